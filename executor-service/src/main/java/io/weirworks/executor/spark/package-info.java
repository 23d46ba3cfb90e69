/**
 * Spark as a child process of this host: where its jars come from, and the command line that starts
 * it.
 */
@NullMarked
package io.weirworks.executor.spark;

import org.jspecify.annotations.NullMarked;

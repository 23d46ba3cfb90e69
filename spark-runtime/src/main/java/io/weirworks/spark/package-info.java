/**
 * What runs inside Spark's own JVMs on behalf of the executor; it talks to the executor through
 * files only.
 */
@NullMarked
package io.weirworks.spark;

import org.jspecify.annotations.NullMarked;

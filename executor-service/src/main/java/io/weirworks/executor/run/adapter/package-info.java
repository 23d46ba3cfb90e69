/** Runs on the wire, in the database and over HTTP. */
@NullMarked
package io.weirworks.executor.run.adapter;

import org.jspecify.annotations.NullMarked;

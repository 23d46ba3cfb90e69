/** The instance DAG over HTTP, read from the tables. */
@NullMarked
package io.weirworks.scheduler.dag.adapter;

import org.jspecify.annotations.NullMarked;

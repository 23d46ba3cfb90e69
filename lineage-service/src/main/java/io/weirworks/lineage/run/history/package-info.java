/** Runs of jobs as they were told of: ours by the executor, those of others by their engines. */
@NullMarked
package io.weirworks.lineage.run.history;

import org.jspecify.annotations.NullMarked;

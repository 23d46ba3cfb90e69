/** The history of runs as rows, and its reads. */
@NullMarked
package io.weirworks.lineage.run.history.adapter;

import org.jspecify.annotations.NullMarked;

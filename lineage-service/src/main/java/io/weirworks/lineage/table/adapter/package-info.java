/** Datasets as messaging keeps and tells them, and the rows of their edges. */
@NullMarked
package io.weirworks.lineage.table.adapter;

import org.jspecify.annotations.NullMarked;

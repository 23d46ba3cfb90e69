/** Partitions as messaging keeps and tells them. */
@NullMarked
package io.weirworks.lineage.partition.adapter;

import org.jspecify.annotations.NullMarked;

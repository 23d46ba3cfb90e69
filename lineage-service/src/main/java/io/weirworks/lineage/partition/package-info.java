/** Partitions that statements of successful runs name (dataworks-semantics 7.3). */
@NullMarked
package io.weirworks.lineage.partition;

import org.jspecify.annotations.NullMarked;

/** A dataset with its columns and edges: what all runs that touched it have said together. */
@NullMarked
package io.weirworks.lineage.table;

import org.jspecify.annotations.NullMarked;

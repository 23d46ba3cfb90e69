/** What a table or column was made from and what was made from it, over any number of steps. */
@NullMarked
package io.weirworks.lineage.graph;

import org.jspecify.annotations.NullMarked;

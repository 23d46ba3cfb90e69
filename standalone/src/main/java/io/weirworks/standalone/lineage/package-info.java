/** The lineage of a table or column as a tree, from the datasets' state records. */
@NullMarked
package io.weirworks.standalone.lineage;

import org.jspecify.annotations.NullMarked;

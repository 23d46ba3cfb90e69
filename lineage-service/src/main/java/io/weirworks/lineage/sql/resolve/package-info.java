/** From parse tree to lineage, one class per area of the grammar. */
@NullMarked
package io.weirworks.lineage.sql.resolve;

import org.jspecify.annotations.NullMarked;

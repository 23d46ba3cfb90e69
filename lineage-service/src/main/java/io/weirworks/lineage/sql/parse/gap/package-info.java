/**
 * Forms that Hive or a neighbour of Spark knows and Spark's grammar does not, rewritten token by
 * token into forms that it knows. Tried only where the grammar has refused the statement as it
 * stands.
 */
@NullMarked
package io.weirworks.lineage.sql.parse.gap;

import org.jspecify.annotations.NullMarked;

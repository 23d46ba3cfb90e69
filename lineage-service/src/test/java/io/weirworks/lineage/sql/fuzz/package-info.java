/** Random sentences of Spark's own grammar, and what is left of them once they are damaged. */
@NullMarked
package io.weirworks.lineage.sql.fuzz;

import org.jspecify.annotations.NullMarked;

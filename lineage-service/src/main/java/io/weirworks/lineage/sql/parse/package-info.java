/**
 * Spark's own grammar behind one call: a parse tree or a diagnostic, within limits of size, depth
 * and time.
 */
@NullMarked
package io.weirworks.lineage.sql.parse;

import org.jspecify.annotations.NullMarked;

/** Measuring: runs a file of cases through the analysis and writes its predictions. */
@NullMarked
package io.weirworks.lineage.sql.corpus;

import org.jspecify.annotations.NullMarked;

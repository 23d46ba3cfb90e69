/**
 * What openlineage-spark told of a run, read from the run's files within bounds: lineage never
 * changes what becomes of a run (field-failures R54).
 */
@NullMarked
package io.weirworks.executor.lineage;

import org.jspecify.annotations.NullMarked;

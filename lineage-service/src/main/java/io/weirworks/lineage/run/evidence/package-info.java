/**
 * What engines told of runs, held until the run's end says whether it counts (field-failures R58).
 */
@NullMarked
package io.weirworks.lineage.run.evidence;

import org.jspecify.annotations.NullMarked;

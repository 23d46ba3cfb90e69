/** The lineage graph: closures, impact, memory and the speed of updates (P12), beside SQL. */
@NullMarked
package io.weirworks.benchmarks.lineage;

import org.jspecify.annotations.NullMarked;

/** Workloads with their baselines, each table measured in one run. */
@NullMarked
package io.weirworks.benchmarks;

import org.jspecify.annotations.NullMarked;

/** Baselines as rows and records. */
@NullMarked
package io.weirworks.scheduler.baseline.adapter;

import org.jspecify.annotations.NullMarked;

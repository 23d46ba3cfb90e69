/** Baselines as rows, commands and events of the contract, and answers over HTTP. */
@NullMarked
package io.weirworks.scheduler.baseline.adapter;

import org.jspecify.annotations.NullMarked;

/** The scheduler's pure core in memory: how fast it decides where nothing is read or written. */
@NullMarked
package io.weirworks.benchmarks.core;

import org.jspecify.annotations.NullMarked;

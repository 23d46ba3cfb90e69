/** Static lineage of a corpus of statements: rate, latency, and other engines beside it. */
@NullMarked
package io.weirworks.benchmarks.sql;

import org.jspecify.annotations.NullMarked;

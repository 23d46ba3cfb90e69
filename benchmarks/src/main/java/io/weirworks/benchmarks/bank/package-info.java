/**
 * The bank of messaging's tests as a service under load, beside plain Kafka on the same records.
 */
@NullMarked
package io.weirworks.benchmarks.bank;

import org.jspecify.annotations.NullMarked;

package io.weirworks.benchmarks.bank;

import io.weirworks.benchmarks.measure.Latencies;

/**
 * Latencies of one kind of answer while little is asked.
 *
 * @param path what is measured, for example "command → reply"
 * @param perSecond commands per second, sent at fixed times whatever the answers do
 * @param cpuMicros user and system time of all processes per command, whoever sends and receives
 *     included
 */
public record Idle(String path, int perSecond, Latencies latencies, double cpuMicros) {}

package io.weirworks.registry.workflow;

import io.weirworks.registry.flowspec.InstanceMode;
import io.weirworks.registry.flowspec.RerunMode;
import java.time.Duration;

/**
 * How a node's instances are run (dataworks-semantics 1.3, 3.8).
 *
 * @param priority 1 to 8, larger first
 * @param timeout from the start of running, 1 minute to 168 hours
 * @param rerunTimes automatic reruns, 0 to 10
 * @param rerunInterval before an automatic rerun, at most 30 minutes
 */
public record RunPolicy(
    int priority,
    Duration timeout,
    InstanceMode instanceMode,
    RerunMode rerunMode,
    int rerunTimes,
    Duration rerunInterval) {}

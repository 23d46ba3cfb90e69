package io.weirworks.executor.run.adapter;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as HTTP shows it.
 *
 * @param status as in the contract; CLAIMED where a runner holds it and has not reported
 * @param sequence of its last event
 * @param computeUnitsMilli thousandths of a compute unit that it holds while it is claimed
 * @param epoch of the latest claim; 0: it was never claimed
 */
@Serdeable
public record RunView(
    String runId,
    int attempt,
    String status,
    boolean cancelRequested,
    long sequence,
    String nodeInstanceId,
    String workflowInstanceId,
    String workspace,
    String workflow,
    String node,
    String command,
    String bizdate,
    String resourceGroup,
    int priority,
    int computeUnitsMilli,
    @Nullable String holder,
    long epoch,
    @Nullable String engineApplicationId,
    @Nullable Integer exitCode,
    @Nullable String code,
    @Nullable String message,
    Map<String, Long> metrics,
    Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {}

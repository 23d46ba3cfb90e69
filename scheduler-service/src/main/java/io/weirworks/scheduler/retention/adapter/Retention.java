package io.weirworks.scheduler.retention.adapter;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * {@code weirworks.scheduler.retention.*}.
 *
 * @param every how often it is looked
 * @param operationLog how long what operators did is kept
 * @param earlyWaiters after which nobody waits any more for an instance that does not exist: who
 *     waits asks again every ten minutes
 */
@ConfigurationProperties("weirworks.scheduler.retention")
record Retention(
    @Bindable(defaultValue = "PT10M") Duration every,
    @Bindable(defaultValue = "P180D") Duration operationLog,
    @Bindable(defaultValue = "P8D") Duration earlyWaiters) {}

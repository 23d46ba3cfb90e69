package io.weirworks.scheduler.simulation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a node runs.
 *
 * @param computingResource name of the engine's resource; null: the workspace's only one
 * @param resourceGroup name of the group whose runners take it; null: the default group
 * @param computeUnits that it holds while it runs (1 unit = 1 core and 4 GiB); null: the node
 *     type's default
 * @param needed whether it takes any: a zero-load node does not
 */
public record RunResource(
    @Nullable String computingResource,
    @Nullable String resourceGroup,
    @Nullable BigDecimal computeUnits,
    boolean needed) {}

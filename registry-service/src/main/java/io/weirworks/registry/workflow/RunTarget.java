package io.weirworks.registry.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Where a node runs (dataworks-semantics 1.3).
 *
 * @param computingResource instance name of the computing resource; absent: the workspace's only
 *     one
 * @param resourceGroup resource group whose runners may take it; absent: the default one
 * @param computeUnitsMilli thousandths of a compute unit (1 core and 4 GiB) that it holds; absent:
 *     the node type's default
 */
public record RunTarget(
    @Nullable String computingResource,
    @Nullable String resourceGroup,
    @Nullable Integer computeUnitsMilli) {}

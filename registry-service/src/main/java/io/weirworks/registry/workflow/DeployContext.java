package io.weirworks.registry.workflow;

import java.time.ZoneId;
import java.util.UUID;

/**
 * What a document is judged in.
 *
 * @param workspaceId workspace that it is deployed to
 * @param workspaceName prefix of the workspace's outputs
 * @param zone the workspace's zone: that of triggers that name none
 * @param expressions judge of scheduling parameters
 */
public record DeployContext(
    UUID workspaceId, String workspaceName, ZoneId zone, ExpressionCheck expressions) {}

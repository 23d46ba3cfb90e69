package io.weirworks.registry.workflow.adapter;

import static io.weirworks.messaging.hosting.CommandBody.required;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.contract.registry.DeployWorkflow;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /workflows}.
 *
 * @param workspace name of the workspace
 * @param spec the FlowSpec document, JSON or YAML, as text
 * @param comment why, for the history
 */
@Serdeable
record NewDeployment(@Nullable String workspace, @Nullable String spec, @Nullable String comment) {

  DeployWorkflow command() {
    return DeployWorkflow.newBuilder()
        .setWorkspace(required("workspace", workspace))
        .setSpec(required("spec", spec))
        .setComment(comment)
        .build();
  }
}

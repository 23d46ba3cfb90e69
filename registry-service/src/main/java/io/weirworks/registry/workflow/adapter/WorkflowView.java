package io.weirworks.registry.workflow.adapter;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * The version of a workflow that is in force.
 *
 * @param definition the contract's record {@code WorkflowDefinition} as JSON
 * @param sequence number of the workflow's last event
 */
@Serdeable
record WorkflowView(JsonNode definition, Instant deployedAt, long sequence) {}

package io.weirworks.scheduler.identity;

/** A workflow, the same in each of its versions; chosen by registry-service. */
public record WorkflowId(String value) {}

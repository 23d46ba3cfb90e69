package io.weirworks.lineage.dataset;

/**
 * What makes runs: a node of a workflow, or whatever an engine of others calls a job (OpenLineage).
 *
 * @param namespace the workspace of a node, or the namespace that the engine tells
 * @param name {@code workflow.node}, or the name that the engine tells
 */
public record Job(String namespace, String name) {}

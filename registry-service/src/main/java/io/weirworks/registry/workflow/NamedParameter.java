package io.weirworks.registry.workflow;

/**
 * A parameter of a workflow or node.
 *
 * @param name letters, digits and underscores
 */
public record NamedParameter(String name, ParameterValue value) {}

package io.weirworks.scheduler.controlflow;

import io.weirworks.scheduler.identity.NodeId;

/**
 * A value that a node reads from a direct upstream (dataworks-semantics 4.2).
 *
 * @param name under which the node reads it
 * @param upstream that hands it on
 * @param output its name there
 */
public record Binding(String name, NodeId upstream, String output) {}

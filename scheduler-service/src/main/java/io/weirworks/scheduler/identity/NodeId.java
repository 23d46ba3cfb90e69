package io.weirworks.scheduler.identity;

/** A node, unique in its workflow and the same in each version. */
public record NodeId(String value) {}

package io.weirworks.lineage.dataset;

/** An edge with what confirmed it last. */
public record Known<E extends Edge>(E edge, Confirmation by) {}

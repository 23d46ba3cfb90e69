package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.Confirmation;

/**
 * An edge between two datasets on the way of a read.
 *
 * @param by its latest confirmation
 * @param depth steps that lead to its far end, from 1
 */
public record TableStep(String source, String target, Confirmation by, int depth) {}

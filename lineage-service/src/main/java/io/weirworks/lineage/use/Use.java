package io.weirworks.lineage.use;

import io.weirworks.lineage.dataset.DatasetRef;

/** That a run read or wrote a dataset. */
public record Use(DatasetRef dataset, Access access) {}

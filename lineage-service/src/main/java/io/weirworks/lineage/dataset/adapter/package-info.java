/** Datasets and edges in the contract's records. */
@NullMarked
package io.weirworks.lineage.dataset.adapter;

import org.jspecify.annotations.NullMarked;

/**
 * Tables' metadata as messaging keeps and tells it, the rows of their use, and the Data Map over
 * HTTP.
 */
@NullMarked
package io.weirworks.lineage.metadata.adapter;

import org.jspecify.annotations.NullMarked;

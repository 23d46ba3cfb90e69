/** The graph over HTTP. */
@NullMarked
package io.weirworks.lineage.graph.adapter;

import org.jspecify.annotations.NullMarked;

/**
 * What lineage is about: datasets by their canonical names, the edges between them, and which run
 * confirmed an edge last.
 */
@NullMarked
package io.weirworks.lineage.dataset;

import org.jspecify.annotations.NullMarked;

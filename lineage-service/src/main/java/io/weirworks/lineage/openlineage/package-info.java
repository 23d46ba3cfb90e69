/**
 * OpenLineage run events (spec 2-0-2) read into lineage's terms, and lineage written as such: pure,
 * of JSON alone.
 */
@NullMarked
package io.weirworks.lineage.openlineage;

import org.jspecify.annotations.NullMarked;

/** Lineage as Marquez shows it, for the clients of OpenLineage's reference server. */
@NullMarked
package io.weirworks.lineage.marquez;

import org.jspecify.annotations.NullMarked;

/** The flights workflow: accepted by the registry, right on real Spark, traced by lineage. */
@NullMarked
package io.weirworks.examples.flights;

import org.jspecify.annotations.NullMarked;

/** Marquez's read endpoints (its OpenAPI of version 0.50), read-only. */
@NullMarked
package io.weirworks.lineage.marquez.adapter;

import org.jspecify.annotations.NullMarked;

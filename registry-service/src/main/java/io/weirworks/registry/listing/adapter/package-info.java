/** Reads for HTTP: pages of rows, outside the shards' transactions. */
@NullMarked
package io.weirworks.registry.listing.adapter;

import org.jspecify.annotations.NullMarked;

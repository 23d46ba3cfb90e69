package io.weirworks.registry.listing.adapter;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items in the list's order
 * @param next parameter {@code after} of the next page; absent on the last one
 */
@Serdeable
public record Page<T>(List<T> items, @Nullable String next) {}

package io.weirworks.scheduler.adapter;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, newest first.
 *
 * @param items state records of the contract as JSON
 * @param next what to hand in as {@code after} for the next page; null: this is the last
 */
@Serdeable
public record Page(List<Map<String, @Nullable Object>> items, @Nullable String next) {}

package io.weirworks.executor.run.adapter;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs, the youngest first.
 *
 * @param nextOffset where the next page begins; null: this is the last one
 */
@Serdeable
public record RunPage(List<RunView> runs, @Nullable Integer nextOffset) {}

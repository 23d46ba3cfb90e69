package io.weirworks.lineage.metadata.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.metadata.TableSnapshot;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When what happened to a table last.
 *
 * @param createdAt as the metastore says
 * @param modifiedAt end of the last run that wrote it, or when the metastore says that its
 *     definition was changed, whichever is later
 * @param visitedAt end of the last run that read it
 */
@Serdeable
public record TableTimes(
    @Nullable Instant createdAt, @Nullable Instant modifiedAt, @Nullable Instant visitedAt) {

  static TableTimes of(DataMap.Page page) {
    Optional<TableSnapshot> snapshot =
        Optional.ofNullable(page.card().table().metadata().snapshot());
    Stream<Instant> written = page.outputs().stream().map(UseQueries.Output::lastOutputAt);
    return new TableTimes(
        snapshot.map(TableSnapshot::createdAt).orElse(null),
        Stream.concat(snapshot.map(TableSnapshot::modifiedAt).stream(), written)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null),
        page.usage().lastReadAt());
  }
}

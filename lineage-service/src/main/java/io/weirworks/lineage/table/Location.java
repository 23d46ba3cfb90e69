package io.weirworks.lineage.table;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.SchemaChange;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a table's files lie. What was said latest counts, in whatever order it is heard (R55).
 *
 * @param given the latest that holds whatever was there; null: none was said
 * @param supposed the latest said by {@code IF NOT EXISTS}, which holds where none is given
 * @param read the first said by an engine that only read the table, which holds where there is
 *     neither: the first and not the latest, so that the runs that read it every day change nothing
 */
public record Location(@Nullable Said given, @Nullable Said supposed, @Nullable Said read) {

  public static final Location UNKNOWN = new Location(null, null, null);

  private static final Comparator<Said> ORDER =
      Comparator.comparing(Said::by).thenComparing(said -> said.path().id());

  /** A path and who said it. */
  public record Said(DatasetRef path, Confirmation by) {}

  public Location with(TableUpdate update) {
    Location after = this;
    if (update.location() != null) {
      Said said = new Said(update.location(), update.by());
      after = update.onlyReads() ? after.read(said) : after.given(said);
    }
    for (SchemaChange change : update.schemaChanges()) {
      if (change instanceof SchemaChange.Created created) {
        after = after.with(created, update.by());
      }
    }
    return after;
  }

  private Location with(SchemaChange.Created created, Confirmation by) {
    Optional<PathName> files = created.files();
    Optional<Said> said = files.flatMap(DatasetNames::of).map(path -> new Said(path, by));
    return said.map(s -> created.ifNotExists() ? supposed(s) : given(s)).orElse(this);
  }

  private Location given(Said said) {
    return new Location(later(given, said), supposed, read);
  }

  private Location supposed(Said said) {
    return new Location(given, later(supposed, said), read);
  }

  private Location read(Said said) {
    boolean earlier = read == null || ORDER.compare(said, read) < 0;
    return new Location(given, supposed, earlier ? said : read);
  }

  private static Said later(@Nullable Said one, Said other) {
    return one == null || ORDER.compare(one, other) < 0 ? other : one;
  }

  /** Where they lie now, a drop at that time included; empty where nobody knows. */
  public Optional<DatasetRef> path(@Nullable Confirmation dropped) {
    return Stream.of(given, supposed, read)
        .map(Optional::ofNullable)
        .flatMap(Optional::stream)
        .filter(said -> dropped == null || said.by.compareTo(dropped) > 0)
        .map(Said::path)
        .findFirst();
  }
}

package io.weirworks.lineage.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a table's files lie, by the words of engines. */
class LocationTest {

  private static final DatasetRef TABLE = new DatasetRef("d.t", DatasetKind.TABLE, "d.t");
  private static final DatasetRef SOURCE = new DatasetRef("d.s", DatasetKind.TABLE, "d.s");
  private static final Writer ENGINE = new Writer(new Job("ns", "job"), KnownBy.RUNTIME);

  @Test
  void whoWritesTheTableIsBelievedBeforeWhoReadsIt() {
    Location written = Location.UNKNOWN.with(writes(1, "/written"));
    assertThat(path(written.with(reads(2, "/read")))).isEqualTo("path:/written");
    assertThat(path(Location.UNKNOWN.with(reads(2, "/read")).with(writes(1, "/written"))))
        .isEqualTo("path:/written");
  }

  @Test
  void latestWriterAndFirstReaderCount() {
    assertThat(path(Location.UNKNOWN.with(writes(2, "/b")).with(writes(1, "/a"))))
        .isEqualTo("path:/b");
    assertThat(path(Location.UNKNOWN.with(reads(2, "/b")).with(reads(1, "/a"))))
        .isEqualTo("path:/a");
  }

  @Test
  void runThatReadsTheTableAgainChangesNothing() {
    Location known = Location.UNKNOWN.with(reads(1, "/a"));
    assertThat(known.with(reads(2, "/a"))).isEqualTo(known);
  }

  @Test
  void dropEndsWhatWasSaidBefore() {
    Location known = Location.UNKNOWN.with(writes(1, "/a"));
    assertThat(known.path(at(1))).isEmpty();
    assertThat(known.path(at(0))).isPresent();
  }

  private static String path(Location location) {
    return location.path(null).orElseThrow().id();
  }

  private static Confirmation at(int second) {
    return new Confirmation("run-" + second, 0, Instant.ofEpochSecond(second));
  }

  private static TableUpdate reads(int second, String path) {
    return TableUpdate.read(TABLE, ENGINE, at(second), files(path));
  }

  private static TableUpdate writes(int second, String path) {
    return new TableUpdate(
        TABLE,
        ENGINE,
        at(second),
        true,
        List.of(),
        List.of(new TableEdge(SOURCE, TABLE)),
        List.of(),
        files(path),
        List.of());
  }

  private static DatasetRef files(String path) {
    return new DatasetRef("path:" + path, DatasetKind.PATH, path);
  }
}

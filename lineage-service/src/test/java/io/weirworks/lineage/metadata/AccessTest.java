package io.weirworks.lineage.metadata;

import static io.weirworks.lineage.metadata.Access.READ;
import static io.weirworks.lineage.metadata.Access.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.table.TableUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an update shows of the use of its dataset. */
class AccessTest {

  private static final DatasetRef IT = new DatasetRef("a.it", DatasetKind.TABLE, "a.it");
  private static final DatasetRef OTHER = new DatasetRef("a.other", DatasetKind.TABLE, "a.other");
  private static final SchemaChange DROP = new SchemaChange.Dropped(TableName.of("a", "it"));

  static Stream<Arguments> updates() {
    return Stream.of(
        Arguments.of("INSERT INTO other SELECT … FROM it", edges(IT, OTHER), none(), Set.of(READ)),
        Arguments.of("INSERT INTO it SELECT … FROM other", edges(OTHER, IT), none(), Set.of(WRITE)),
        Arguments.of("INSERT INTO it SELECT … FROM it", edges(IT, IT), none(), Set.of(READ, WRITE)),
        Arguments.of("SELECT … FROM it", List.of(), none(), Set.of(READ)),
        Arguments.of("DROP TABLE it", List.of(), List.of(DROP), Set.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("updates")
  void readsAndWritesAreToldByEdges(
      String statement, List<TableEdge> edges, List<SchemaChange> changes, Set<Access> expected) {
    // given
    TableUpdate update =
        new TableUpdate(
            IT,
            new Writer(new Job("demo", "flow.node"), KnownBy.STATIC),
            new Confirmation("run", 0, Instant.EPOCH),
            true,
            changes,
            edges,
            List.of());

    // then
    assertThat(Access.of(update)).isEqualTo(expected);
  }

  private static List<TableEdge> edges(DatasetRef source, DatasetRef target) {
    return List.of(new TableEdge(source, target));
  }

  private static List<SchemaChange> none() {
    return List.of();
  }
}

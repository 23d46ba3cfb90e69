package io.weirworks.scheduler.instance.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.adapter.StoredRow;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.instance.Interventions;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterventionColumnsTest {

  static Stream<Interventions> interventions() {
    return Stream.of(
        Interventions.NONE,
        new Interventions(true, null, Set.of(), 0),
        new Interventions(false, 8, Set.of(new NodeId("a"), new NodeId("b \"c\"")), 3));
  }

  @ParameterizedTest
  @MethodSource("interventions")
  void interventionsAreReadAsTheyWereWritten(Interventions written) throws SQLException {
    var row = StoredRow.of(InterventionColumns.NAMES, InterventionColumns.values(written));
    assertThat(InterventionColumns.read(new Columns(row))).isEqualTo(written);
  }
}

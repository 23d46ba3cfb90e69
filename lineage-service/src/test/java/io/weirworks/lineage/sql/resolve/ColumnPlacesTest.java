package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnPlacesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          add column w int first            | w x y z
          add column w int after x          | x w y z
          add columns (w int after y, v int first) | v x y w z
          alter column z first              | z x y
          alter column x after z            | y z x
          change column z z int after x     | x z y
          change z w int first              | w x y
          add column y.f int first          | x y z
          """)
  void columnTakesThePlaceThatAlterTableGivesIt(String change, String columns) {
    List<String> names = List.of(columns.split(" "));
    List<String> values = names.stream().map(name -> "from_" + name).toList();
    Analysed result =
        Analysed.spark(
            "create table m (x int, y int, z int); alter table m %s; insert into m select %s from t"
                .formatted(change, String.join(", ", values)));
    assertThat(result.direct())
        .containsExactlyInAnyOrderElementsOf(
            names.stream().map(name -> "t.from_%s -> m.%s".formatted(name, name)).toList());
  }
}

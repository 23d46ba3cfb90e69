package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          explode(a)                     | col           | col
          explode(map('x', a))           | key value     | key value
          explode(cast(a as map<int,int>)) | key value   | key value
          posexplode(a)                  | pos col       | pos val
          posexplode(str_to_map(a))      | pos key value | pos key value
          json_tuple(a, 'x', 'y')        | c0 c1         | c0 c1
          stack(2, a, a, a, a)           | col0 col1     | col0 col1
          stack(2, a, a, a)              | col0 col1     | col0 col1
          inline(a)                      | *             | *
          """)
  void generatorWithoutAliasGivesItsOwnColumns(String call, String spark, String hive) {
    assertThat(Analysed.spark("select " + call + " from t").direct()).isEqualTo(edges(spark));
    assertThat(Analysed.hive("select " + call + " from t").direct()).isEqualTo(edges(hive));
  }

  private static Set<String> edges(String columns) {
    return Set.of(columns.split(" ")).stream()
        .map(column -> "t.a -> <query>." + column)
        .collect(Collectors.toSet());
  }

  @Test
  void columnsAfterAGeneratorMoveByAllThatItGives() {
    assertThat(
            Analysed.with(Map.of("d", "p q r"))
                .spark("insert into d select posexplode(t.a), t.b from t")
                .direct())
        .containsExactly("t.a -> d.p", "t.a -> d.q", "t.b -> d.r");
  }

  @Test
  void lateralViewOfAMapHasKeyAndValue() {
    assertThat(
            Analysed.hive("select e.key, e.value from t lateral view explode(map('a', t.b)) e")
                .direct())
        .containsExactly("t.b -> <query>.key", "t.b -> <query>.value");
  }
}

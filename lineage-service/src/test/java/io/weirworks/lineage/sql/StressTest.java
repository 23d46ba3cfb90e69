package io.weirworks.lineage.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Size and depth cost neither the process nor much time; the time-outs are far above what is usual.
 */
@Timeout(30)
class StressTest {

  private static String repeated(int times, String separator, IntFunction<String> part) {
    return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining(separator));
  }

  @Test
  void longInList() {
    Analysed result =
        Analysed.spark(
            "select a from t where b in (" + repeated(5000, ", ", i -> "'v" + i + "'") + ")");
    assertThat(result.influences()).containsExactly("t.b FILTER");
  }

  @Test
  void longUnionIsFlat() {
    Analysed result =
        Analysed.spark(repeated(1000, " union all ", i -> "select c" + i + " as c from t" + i));
    assertThat(result.inputs()).hasSize(1000);
    assertThat(result.direct()).hasSize(1000);
  }

  @Test
  void longChainsOfOperatorsNeedNoDepth() {
    assertThat(
            Analysed.spark("select a from t where " + repeated(5000, " or ", i -> "b" + i + " = 1"))
                .influences())
        .hasSize(5000);
    assertThat(
            Analysed.spark("select " + repeated(5000, " + ", i -> "b" + i) + " as s from t")
                .direct())
        .hasSize(5000);
    assertThat(
            Analysed.spark("select " + repeated(5000, " || ", i -> "b") + " as s from t").direct())
        .hasSize(1);
  }

  @Test
  void manyRowsColumnsAndJoins() {
    assertThat(
            Analysed.spark("insert into t values " + repeated(2000, ", ", i -> "(" + i + ", 'x')"))
                .outputs())
        .containsExactly("t");
    assertThat(Analysed.spark("select " + repeated(2000, ", ", i -> "c" + i) + " from t").direct())
        .hasSize(2000);
    assertThat(
            Analysed.spark(
                    "select t0.a from t0 "
                        + repeated(
                            200,
                            " ",
                            i -> "join t" + (i + 1) + " on t" + i + ".k = t" + (i + 1) + ".k"))
                .inputs())
        .hasSize(201);
  }

  @Test
  void ordinaryNestingIsRead() {
    assertThat(
            Analysed.spark("select " + "(".repeat(60) + "a" + ")".repeat(60) + " as x from t")
                .edges())
        .containsExactly("t.a -> <query>.x IDENTITY");
    assertThat(
            Analysed.spark("select " + "upper(".repeat(60) + "a" + ")".repeat(60) + " as x from t")
                .direct())
        .containsExactly("t.a -> <query>.x");
    assertThat(
            Analysed.spark("select a from " + "(select a from ".repeat(100) + "t" + ")".repeat(100))
                .direct())
        .containsExactly("t.a -> <query>.a");
  }

  @Test
  void absurdNestingIsRefusedOrReadButNeverFatal() {
    // given: far beyond what an ordinary stack holds
    String sql =
        "select "
            + "upper(".repeat(20_000)
            + "a"
            + ")".repeat(20_000)
            + " as x from t; select b from u";
    // when
    Analysed result = Analysed.spark(sql);
    // then
    assertThat(
            result.statement(0).diagnostic().map(Diagnostic::code).orElse(Diagnostic.Code.TOO_DEEP))
        .isEqualTo(Diagnostic.Code.TOO_DEEP);
    assertThat(result.direct()).containsExactly("u.b -> <query>.b");
  }

  @Test
  void manyThreadsShareOneAnalysis() throws Exception {
    // given
    SqlLineage lineage = SqlLineage.create();
    SqlScript script = WarmUp.SCRIPTS.getFirst();
    ScriptLineage expected = SqlLineage.create().analyse(script, Catalog.EMPTY);
    // when: each thread starts on the cold grammar, one of them meets absurd nesting
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ScriptLineage>> results =
          IntStream.range(0, 50)
              .mapToObj(i -> threads.submit(() -> lineage.analyse(script, Catalog.EMPTY)))
              .toList();
      String deep = "select " + "upper(".repeat(5000) + "a" + ")".repeat(5000);
      threads.submit(() -> lineage.analyse(SqlScript.of(deep, Dialect.SPARK), Catalog.EMPTY)).get();
      // then
      for (Future<ScriptLineage> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    }
  }
}

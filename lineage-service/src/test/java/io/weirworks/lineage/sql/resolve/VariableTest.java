package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariableTest {
  private static final Analysed.Schemas TABLES =
      Analysed.with(Map.of("t", "a b", "d", "p q", "e", "k"));

  @Test
  void variableIsMadeOfWhatItWasGiven() {
    Analysed result =
        TABLES.spark(
            """
            declare v int default (select min(x) from s);
            set var v = (select max(y) from r);
            insert into d select a, v from t
            """);
    assertThat(result.direct()).containsExactly("r.y -> d.q", "s.x -> d.q", "t.a -> d.p");
    assertThat(result.inputs()).containsExactly("r", "s", "t");
  }

  @Test
  void variablesTakeTheColumnsOfARowByPosition() {
    assertThat(
            TABLES
                .spark(
                    "set var (lo, hi) = (select min(x), max(y) from s); insert into d values (hi, lo)")
                .direct())
        .containsExactly("s.x -> d.q", "s.y -> d.p");
  }

  @Test
  void listedColumnGoesBeforeAVariable() {
    assertThat(
            TABLES
                .spark("declare a int default (select x from s); insert into d select a, b from t")
                .direct())
        .containsExactly("t.a -> d.p", "t.b -> d.q");
  }

  @Test
  void variableGoesBeforeAColumnThatNobodyHasListed() {
    assertThat(TABLES.spark("declare v = 1; insert into d select u.a, v from u").direct())
        .containsExactly("u.a -> d.p");
  }

  @Test
  void variableIsKnownByTheNameOfItsSchema() {
    assertThat(
            TABLES
                .spark("declare v = (select x from s); insert into e select system.session.v")
                .direct())
        .containsExactly("s.x -> e.k");
  }

  @Test
  void loopHandsOnTheColumnsOfItsRow() {
    assertThat(
            TABLES
                .spark(
                    """
                    begin
                      for r as select x, y from s do insert into d values (r.x, y); end for;
                    end
                    """)
                .direct())
        .containsExactly("s.x -> d.p", "s.y -> d.q");
  }

  @Test
  void variableOfABlockEndsWithIt() {
    assertThat(
            TABLES
                .spark(
                    """
                    begin declare v int default (select x from s); insert into e values (v); end;
                    insert into e select v from u
                    """)
                .direct())
        .containsExactly("u.v -> e.k");
  }

  @Test
  void droppedVariableIsGone() {
    assertThat(
            TABLES
                .spark("declare v = 1; drop temporary variable v; insert into e select v from u")
                .direct())
        .containsExactly("u.v -> e.k");
  }

  @Test
  void functionIsMadeOfItsBodyAndItsArguments() {
    Analysed result =
        TABLES.spark(
            """
            create temporary function f(z int) returns int return (select max(x) + z from s);
            insert into d select a, f(b) from t
            """);
    assertThat(result.direct()).containsExactly("s.x -> d.q", "t.a -> d.p", "t.b -> d.q");
    assertThat(result.inputs()).containsExactly("s", "t");
  }

  @Test
  void tableFunctionGivesTheColumnsOfItsBody() {
    assertThat(
            TABLES
                .spark(
                    """
                    create function g() returns table (k int, l int) return select x, y from s;
                    insert into d select l, k from g()
                    """)
                .direct())
        .containsExactly("s.x -> d.q", "s.y -> d.p");
  }

  @Test
  void textThatIsExecutedIntoVariablesGivesThemItsColumns() {
    Analysed result =
        TABLES.spark(
            """
            declare v, w int;
            execute immediate 'select min(x), max(y) from s' into v, w;
            insert into d values (w, v)
            """);
    assertThat(result.direct()).containsExactly("s.x -> d.q", "s.y -> d.p");
    assertThat(result.statement(1).columnEdges()).isEmpty();
  }
}

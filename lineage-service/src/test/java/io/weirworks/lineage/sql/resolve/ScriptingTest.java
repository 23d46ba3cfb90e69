package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import org.junit.jupiter.api.Test;

class ScriptingTest {

  @Test
  void conditionsOfBranchesAndLoopsAreRead() {
    Analysed result =
        Analysed.spark(
            """
            begin
              if exists (select 1 from a) then insert into t select k from s; end if;
              while (select count(*) from b) > 0 do delete from b; end while;
              for r as (select k from c) do insert into t values (1); end for;
            end
            """);
    assertThat(result.inputs()).containsExactly("a", "b", "c", "s");
    assertThat(result.outputs()).containsExactly("b", "t");
    assertThat(result.direct()).containsExactly("s.k -> t.k");
  }

  @Test
  void textThatIsExecutedIsAnalysed() {
    Analysed result =
        Analysed.spark("execute immediate 'insert into t select k from s where d = \\'x\\''");
    assertThat(result.direct()).containsExactly("s.k -> t.k");
  }

  @Test
  void textThatIsExecutedPointsAtItsStatementWhereItIsWrong() {
    Analysed result = Analysed.spark("select 1;\nexecute immediate 'select ) from'");
    assertThat(result.script().diagnostics())
        .singleElement()
        .satisfies(diagnostic -> assertThat(diagnostic.line()).isEqualTo(2));
  }
}

package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import io.weirworks.lineage.sql.Diagnostic;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnreadableTest {

  @Test
  void starsThatDoubleWithoutEndAreRefusedAtTheirPlace() {
    // given: 2 to the power of 30 columns
    StringBuilder sql = new StringBuilder("with q0 as (select * from t)");
    for (int i = 1; i <= 30; i++) {
      sql.append(",\nq%d as (select *, * from q%d)".formatted(i, i - 1));
    }
    sql.append(" insert into u select * from q30; select a from t");
    // when
    Analysed result = Analysed.with(Map.of("t", "a")).spark(sql.toString());
    // then
    Diagnostic diagnostic = result.statement(0).diagnostic().orElseThrow();
    assertThat(diagnostic.code()).isEqualTo(Diagnostic.Code.TOO_LARGE);
    assertThat(diagnostic.line()).isEqualTo(17);
    assertThat(result.direct()).containsExactly("t.a -> <query>.a");
  }

  @Test
  void parsedFormWithoutRuleIsADiagnosticWithItsPlace() {
    Analysed result = Analysed.spark("select a from t;\nselect * from stream range(3)");
    Diagnostic diagnostic = result.last().diagnostic().orElseThrow();
    assertThat(diagnostic.code()).isEqualTo(Diagnostic.Code.UNSUPPORTED);
    assertThat(diagnostic.line()).isEqualTo(2);
  }
}

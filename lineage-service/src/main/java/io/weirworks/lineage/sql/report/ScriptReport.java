package io.weirworks.lineage.sql.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weirworks.lineage.sql.ScriptLineage;
import io.weirworks.lineage.sql.corpus.Prediction;
import java.util.List;

/**
 * A script's lineage: as a whole, in the corpus' form, and statement by statement.
 *
 * @param whole {@code id}, {@code parsed}, {@code inputs}, {@code outputs}, {@code columns}
 */
public record ScriptReport(@JsonUnwrapped Prediction whole, List<StatementReport> statements) {

  /**
   * @param id names the script, such as its file
   */
  public static ScriptReport of(String id, ScriptLineage script) {
    return new ScriptReport(
        Prediction.of(id, script), script.statements().stream().map(StatementReport::of).toList());
  }
}

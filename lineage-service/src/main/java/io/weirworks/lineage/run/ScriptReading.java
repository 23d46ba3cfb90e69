package io.weirworks.lineage.run;

import io.weirworks.lineage.catalogue.Catalogue;
import io.weirworks.lineage.catalogue.ScriptCatalogue;
import io.weirworks.lineage.catalogue.TableSchema;
import io.weirworks.lineage.sql.Diagnostic;
import io.weirworks.lineage.sql.LineageSession;
import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.sql.StatementLineage;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a script statement by statement in one engine session, as far as it is asked to, and keeps
 * what it found: a long script is told in several steps. For one thread.
 */
public final class ScriptReading {

  private final RunScript script;
  private final LineageSession session;
  private final ScriptCatalogue catalogue;
  private final List<Finding> found = new ArrayList<>();
  private int read;

  public ScriptReading(SqlLineage lineage, RunScript script, Catalogue known) {
    this.script = script;
    this.catalogue = new ScriptCatalogue(known);
    this.session =
        lineage.open(
            script.dialect(), table -> catalogue.schema(table.id()).map(TableSchema::names));
  }

  /** Reads up to this many more statements. */
  public void readOn(int most) {
    int end = Math.min(script.statements().size(), read + most);
    while (read < end) {
      found.addAll(findings(script.statements().get(read++)));
    }
  }

  public boolean isComplete() {
    return read == script.statements().size();
  }

  /** Whether all that was read so far is known. */
  public boolean hasNoGap() {
    return found.stream().allMatch(finding -> finding.gap().isEmpty());
  }

  /** What the statements read so far gave, from this one on, in script order. */
  public List<Finding> from(int index) {
    return found.stream().filter(finding -> finding.index() >= index).toList();
  }

  private List<Finding> findings(RunStatement statement) {
    String text = statement.text();
    if (text == null) {
      return List.of(
          Finding.gap(
              statement,
              Gap.of(
                  statement,
                  Gap.Code.TEXT_NOT_CARRIED,
                  "the text with SHA-256 " + statement.sha256() + " is not carried by the event")));
    }
    if (statement.currentDatabase() != null) {
      session.use(List.of(statement.currentDatabase().split("\\.")));
    }
    return session.analyse(text).statements().stream()
        .map(lineage -> finding(statement, lineage))
        .filter(finding -> !finding.isEmpty())
        .toList();
  }

  private Finding finding(RunStatement statement, StatementLineage lineage) {
    return lineage
        .diagnostic()
        .map(diagnostic -> Finding.gap(statement, gap(statement, diagnostic)))
        .orElseGet(
            () ->
                RecordSize.bounded(statement, StatementReading.of(statement, lineage, catalogue)));
  }

  private static Gap gap(RunStatement statement, Diagnostic diagnostic) {
    Gap.Code code =
        switch (diagnostic.code()) {
          case SYNTAX -> Gap.Code.SYNTAX_ERROR;
          case TOO_LARGE -> Gap.Code.STATEMENT_TOO_LARGE;
          case TOO_DEEP -> Gap.Code.STATEMENT_TOO_DEEP;
          case UNSUPPORTED -> Gap.Code.STATEMENT_UNSUPPORTED;
          case TOO_SLOW -> Gap.Code.STATEMENT_TOO_SLOW;
        };
    return new Gap(
        statement.index(), code, diagnostic.message(), diagnostic.line(), diagnostic.column());
  }
}

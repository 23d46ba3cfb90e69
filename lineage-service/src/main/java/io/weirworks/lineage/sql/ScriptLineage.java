package io.weirworks.lineage.sql;

import java.util.List;

/** The lineage of a script, statement by statement in script order. */
public record ScriptLineage(List<StatementLineage> statements) {

  /** Why statements gave no lineage; empty if all did. */
  public List<Diagnostic> diagnostics() {
    return statements.stream().flatMap(s -> s.diagnostic().stream()).toList();
  }
}

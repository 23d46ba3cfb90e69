package io.weirworks.lineage.sql;

import io.weirworks.lineage.sql.parse.ParseLimits;
import io.weirworks.lineage.sql.parse.StatementParser;
import java.time.InstantSource;

/**
 * Static lineage: splits a script, puts variables in, parses each statement with Spark's grammar
 * and resolves it against a catalogue. A statement that cannot be analysed costs only itself. Keeps
 * nothing between scripts but what the parser has learned of the grammar; safe for use by many
 * threads.
 */
public final class SqlLineage {
  private final StatementParser parser;

  public SqlLineage(ParseLimits limits, InstantSource clock) {
    this.parser = new StatementParser(limits, clock);
  }

  /** With the default limits and the system's clock. */
  public static SqlLineage create() {
    return new SqlLineage(ParseLimits.DEFAULT, InstantSource.system());
  }

  /**
   * Loads the grammar and parses the common forms once, so that the first real script does not pay
   * for it (about 0.5 s).
   */
  public void warmUp() {
    WarmUp.SCRIPTS.forEach(script -> analyse(script, Catalog.EMPTY));
  }

  public ScriptLineage analyse(SqlScript script, Catalog catalog) {
    LineageSession session = open(script.dialect(), catalog);
    session.define(script.variables());
    session.use(script.namespace());
    return session.analyse(script.text());
  }

  /**
   * A session for statements that arrive one by one, as those of a run do: what one of them makes,
   * the next knows.
   */
  public LineageSession open(Dialect dialect, Catalog catalog) {
    return new LineageSession(parser, dialect, catalog);
  }
}

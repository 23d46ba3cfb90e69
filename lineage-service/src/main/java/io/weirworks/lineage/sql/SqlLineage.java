package io.weirworks.lineage.sql;

import io.weirworks.lineage.sql.parse.ParseLimits;
import io.weirworks.lineage.sql.parse.ParseOutcome;
import io.weirworks.lineage.sql.parse.ParsedStatement;
import io.weirworks.lineage.sql.parse.StatementParser;
import io.weirworks.lineage.sql.resolve.Session;
import io.weirworks.lineage.sql.resolve.StatementReader;
import io.weirworks.lineage.sql.resolve.Unreadable;
import io.weirworks.lineage.sql.script.RawStatement;
import io.weirworks.lineage.sql.script.ScriptSplitter;
import io.weirworks.lineage.sql.script.SourceText;
import io.weirworks.lineage.sql.script.Variables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    Session session = new Session(script.dialect(), catalog, script.namespace());
    Variables variables = new Variables(script.variables());
    Positions positions = new Positions(script.text());
    List<StatementLineage> statements = new ArrayList<>();
    for (RawStatement raw : ScriptSplitter.split(script.text())) {
      variables.learn(raw.text());
      SourceText source = variables.substitute(raw);
      statements.add(
          raw.isShellCommand()
              ? StatementLineage.without(statements.size(), raw.span(), Optional.empty())
              : statement(source, script.dialect(), session, statements.size(), positions));
    }
    return new ScriptLineage(List.copyOf(statements));
  }

  private StatementLineage statement(
      SourceText source, Dialect dialect, Session session, int index, Positions positions) {
    Span span = source.span();
    try {
      return shallow(source, dialect, session, index, positions);
    } catch (StackOverflowError e) {
      parser.forget();
    }
    try {
      return DeepStack.call(() -> shallow(source, dialect, session, index, positions));
    } catch (StackOverflowError e) {
      parser.forget();
      return StatementLineage.without(
          index,
          span,
          Optional.of(
              positions.diagnostic(
                  Diagnostic.Code.TOO_DEEP,
                  "the statement is nested more deeply than is read",
                  span.start())));
    }
  }

  private StatementLineage shallow(
      SourceText source, Dialect dialect, Session session, int index, Positions positions) {
    return switch (parser.parse(source, dialect)) {
      case ParseOutcome.Parsed parsed ->
          read(parsed.statement(), source, session, index, positions);
      case ParseOutcome.Failed failed -> {
        yield failed(failed.code(), failed.message(), failed.offset(), source, index, positions);
      }
    };
  }

  private static StatementLineage read(
      ParsedStatement statement,
      SourceText source,
      Session session,
      int index,
      Positions positions) {
    try {
      return new StatementReader(session).read(statement, index, source.span());
    } catch (Unreadable e) {
      int offset = statement.offset(e.codePointOffset());
      return failed(e.code(), String.valueOf(e.getMessage()), offset, source, index, positions);
    }
  }

  private static StatementLineage failed(
      Diagnostic.Code code,
      String message,
      int offset,
      SourceText source,
      int index,
      Positions positions) {
    int place = source.span(offset, offset + 1).start();
    return StatementLineage.without(
        index, source.span(), Optional.of(positions.diagnostic(code, message, place)));
  }
}

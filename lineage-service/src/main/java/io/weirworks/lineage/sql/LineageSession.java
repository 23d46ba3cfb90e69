package io.weirworks.lineage.sql;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An engine session as far as lineage goes: current namespace, variables, temporary views and the
 * tables made so far. For one thread.
 */
public final class LineageSession {
  private final StatementParser parser;
  private final Dialect dialect;
  private final Session session;
  private final Variables variables = new Variables();

  LineageSession(StatementParser parser, Dialect dialect, Catalog catalog) {
    this.parser = parser;
    this.dialect = dialect;
    this.session = new Session(dialect, catalog);
  }

  /** Values for {@code ${name}}, beside those that SET statements will give. */
  public void define(Map<String, String> values) {
    values.forEach(variables::define);
  }

  /** The current {@code [catalog,] database} from here on; empty for the default database. */
  public void use(List<String> namespace) {
    session.enter(namespace);
  }

  /**
   * Analyses the statements of a text in order; indices, spans and diagnostics count from the
   * text's start.
   */
  public ScriptLineage analyse(String text) {
    Positions positions = new Positions(text);
    List<StatementLineage> statements = new ArrayList<>();
    for (RawStatement raw : ScriptSplitter.split(text)) {
      variables.learn(raw.text());
      SourceText source = variables.substitute(raw);
      Place place = new Place(statements.size(), source, positions);
      statements.add(
          raw.isShellCommand()
              ? StatementLineage.without(place.index, raw.span(), Optional.empty())
              : atAnyDepth(place));
    }
    return new ScriptLineage(List.copyOf(statements));
  }

  /** A statement and where it stands. */
  private record Place(int index, SourceText source, Positions positions) {
    Place executing(String text) {
      return new Place(index, source.replacedBy(text), positions);
    }

    StatementLineage failed(Diagnostic.Code code, String message, int offset) {
      int inScript = source.span(offset, offset + 1).start();
      return StatementLineage.without(
          index, source.span(), Optional.of(positions.diagnostic(code, message, inScript)));
    }
  }

  private StatementLineage atAnyDepth(Place place) {
    try {
      return statement(place);
    } catch (StackOverflowError e) {
      parser.forget();
    }
    try {
      return DeepStack.call(() -> statement(place));
    } catch (StackOverflowError e) {
      parser.forget();
      return place.failed(
          Diagnostic.Code.TOO_DEEP, "the statement is nested more deeply than is read", 0);
    }
  }

  private StatementLineage statement(Place place) {
    return switch (parser.parse(place.source, dialect)) {
      case ParseOutcome.Parsed parsed ->
          parsed
              .statement()
              .immediateText()
              .map(text -> statement(place.executing(text)))
              .orElseGet(() -> read(parsed.statement(), place));
      case ParseOutcome.Failed failed ->
          place.failed(failed.code(), failed.message(), failed.offset());
    };
  }

  private StatementLineage read(ParsedStatement statement, Place place) {
    try {
      return new StatementReader(session).read(statement, place.index, place.source.span());
    } catch (Unreadable e) {
      int offset = statement.offset(e.codePointOffset());
      return place.failed(e.code(), String.valueOf(e.getMessage()), offset);
    }
  }
}

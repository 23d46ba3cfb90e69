package io.weirworks.lineage.sql.parse;

import io.weirworks.lineage.sql.Diagnostic;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.parse.ParseOutcome.Failed;
import io.weirworks.lineage.sql.parse.ParseOutcome.Parsed;
import io.weirworks.lineage.sql.parse.gap.GrammarGaps;
import io.weirworks.lineage.sql.script.SourceText;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CompoundOrSingleStatementContext;
import org.apache.spark.sql.catalyst.parser.UpperCaseCharStream;

/**
 * Parses one statement with Spark's grammar: first in the fast prediction mode (SLL), and only if
 * that fails in the complete one (LL), which alone may say that the text is wrong. Safe for use by
 * many threads.
 */
public final class StatementParser {
  private final GrammarCaches caches = new GrammarCaches();
  private final ParseLimits limits;
  private final InstantSource clock;

  public StatementParser(ParseLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  public ParseOutcome parse(SourceText source, Dialect dialect) {
    int length = source.text().length();
    if (length > limits.maxCharacters()) {
      return new Failed(
          Diagnostic.Code.TOO_LARGE,
          "the statement has %d characters; at most %d are read"
              .formatted(length, limits.maxCharacters()),
          0);
    }
    long deadline = clock.millis() + limits.maxTime().toMillis();
    try {
      return parse(source, dialect, deadline);
    } catch (TimedTokens.TimeIsOver e) {
      return new Failed(
          Diagnostic.Code.TOO_SLOW, "parsing took longer than " + limits.maxTime(), 0);
    }
  }

  private ParseOutcome parse(SourceText source, Dialect dialect, long deadline) {
    List<Token> text = visible(source.text());
    TimedTokens tokens = timed(text, deadline);
    Optional<CompoundOrSingleStatementContext> fast = parseFast(tokens, dialect);
    if (fast.isPresent()) {
      return parsed(fast.get(), source, dialect);
    }
    ParseOutcome complete = parseCompletely(tokens, source, dialect);
    if (complete instanceof Parsed) {
      return complete;
    }
    ParseOutcome closed =
        GrammarGaps.close(text)
            .map(t -> parseCompletely(timed(t, deadline), source, dialect))
            .orElse(complete);
    return closed instanceof Parsed ? closed : complete;
  }

  /** Throws away what was learned; needed after an error that may have left it half written. */
  public void forget() {
    caches.forget();
  }

  /** The tokens that the grammar sees; blanks and comments are left out. */
  private List<Token> visible(String text) {
    SqlBaseLexer lexer = new SqlBaseLexer(new UpperCaseCharStream(CharStreams.fromString(text)));
    lexer.removeErrorListeners();
    caches.attach(lexer);
    List<Token> tokens = new ArrayList<>();
    Token token = lexer.nextToken();
    while (token.getType() != Token.EOF) {
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        tokens.add(token);
      }
      token = lexer.nextToken();
    }
    tokens.add(token);
    return tokens;
  }

  private TimedTokens timed(List<Token> tokens, long deadline) {
    return new TimedTokens(new LexedTokens(tokens), clock, deadline);
  }

  private SqlBaseParser parser(TimedTokens tokens, Dialect dialect, PredictionMode mode) {
    tokens.seek(0);
    SqlBaseParser parser = new SqlBaseParser(tokens);
    caches.attach(parser);
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(mode);
    parser.double_quoted_identifiers = dialect == Dialect.ANSI;
    return parser;
  }

  private Optional<CompoundOrSingleStatementContext> parseFast(
      TimedTokens tokens, Dialect dialect) {
    SqlBaseParser parser = parser(tokens, dialect, PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return Optional.of(parser.compoundOrSingleStatement());
    } catch (ParseCancellationException e) {
      return Optional.empty();
    }
  }

  private ParseOutcome parseCompletely(TimedTokens tokens, SourceText source, Dialect dialect) {
    SqlBaseParser parser = parser(tokens, dialect, PredictionMode.LL);
    FirstError error = new FirstError();
    parser.addErrorListener(error);
    parser.setErrorHandler(new DefaultErrorStrategy());
    try {
      return parsed(parser.compoundOrSingleStatement(), source, dialect);
    } catch (ParseCancellationException e) {
      int offset = new CodePoints(source.text()).toOffset(error.codePointOffset());
      return new Failed(Diagnostic.Code.SYNTAX, error.message(), offset);
    }
  }

  private static Parsed parsed(
      CompoundOrSingleStatementContext tree, SourceText source, Dialect dialect) {
    return new Parsed(new ParsedStatement(tree, source, dialect));
  }
}

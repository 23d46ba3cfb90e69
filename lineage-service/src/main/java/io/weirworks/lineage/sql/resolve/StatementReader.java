package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Span;
import io.weirworks.lineage.sql.StatementLineage;
import io.weirworks.lineage.sql.parse.ParsedStatement;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.Scope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.BooleanExpressionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ExpressionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StatementContext;

/** From one parsed statement to its lineage; what it does to the session stays for the next. */
public final class StatementReader {
  private final Session session;

  public StatementReader(Session session) {
    this.session = session;
  }

  public StatementLineage read(ParsedStatement statement, int index, Span span) {
    Reading reading = new Reading(statement, session);
    Writes writes = new Writes(session);
    Statements statements = new Statements(reading, writes);
    Deque<ParserRuleContext> waiting = new ArrayDeque<>();
    waiting.push(statement.tree());
    while (!waiting.isEmpty()) {
      ParserRuleContext part = waiting.pop();
      if (part instanceof StatementContext single) {
        statements.read(single);
      } else if (isCondition(part)) {
        reading.expressions().resolve(part, new Scope(CommonTables.NONE, Optional.empty()));
      } else {
        pushParts(part, waiting);
      }
    }
    return writes.lineage(index, span, reading.reads());
  }

  /** What a branch, a loop or a variable asks for is read, though nothing is made of it. */
  private static boolean isCondition(ParserRuleContext part) {
    return part instanceof BooleanExpressionContext
        || part instanceof ExpressionContext
        || part instanceof QueryContext;
  }

  /** In {@code BEGIN … END} every statement counts, in whichever branch it stands. */
  private static void pushParts(ParserRuleContext part, Deque<ParserRuleContext> waiting) {
    for (int i = part.getChildCount() - 1; i >= 0; i--) {
      if (part.getChild(i) instanceof ParserRuleContext child) {
        waiting.push(child);
      }
    }
  }
}

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
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ForStatementContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SetVariableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SetVariableInsideSqlScriptContext;
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
    VariableValues before = session.variables().copy();
    try {
      readParts(statement.tree(), reading, new Statements(reading, writes));
    } finally {
      if (statement.tree().singleCompoundStatement() != null) {
        session.restore(before);
      }
    }
    return writes.lineage(index, span, reading.reads());
  }

  private void readParts(ParserRuleContext tree, Reading reading, Statements statements) {
    VariableStatements variables = new VariableStatements(reading);
    Deque<ParserRuleContext> waiting = new ArrayDeque<>();
    waiting.push(tree);
    while (!waiting.isEmpty()) {
      switch (waiting.pop()) {
        case StatementContext single -> statements.read(single);
        case SetVariableContext set -> variables.set(set);
        case SetVariableInsideSqlScriptContext set -> variables.set(set);
        case ForStatementContext loop -> {
          variables.loop(loop);
          waiting.push(loop.compoundBody());
        }
        case ParserRuleContext part when isCondition(part) ->
            reading.expressions().resolve(part, new Scope(CommonTables.NONE, Optional.empty()));
        case ParserRuleContext part -> pushParts(part, waiting);
      }
    }
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

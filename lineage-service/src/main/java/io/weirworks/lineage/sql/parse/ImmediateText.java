package io.weirworks.lineage.sql.parse;

import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ExecuteImmediateContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StringLitContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code EXECUTE IMMEDIATE 'statement'}: what is executed, where the text itself says so. What goes
 * INTO variables is set.
 */
final class ImmediateText {
  private ImmediateText() {}

  static Optional<String> of(ParserRuleContext tree) {
    ParserRuleContext part = tree;
    while (part.getChildCount() > 0 && part.getChild(0) instanceof ParserRuleContext first) {
      if (first instanceof ExecuteImmediateContext command) {
        return literal(command.queryParam).map(text -> into(command.targetVariable, text));
      }
      part = first;
    }
    return Optional.empty();
  }

  private static String into(@Nullable ParserRuleContext variables, String text) {
    return variables == null ? text : "SET VAR (" + variables.getText() + ") = (" + text + ")";
  }

  private static Optional<String> literal(ParserRuleContext expression) {
    ParserRuleContext part = expression;
    while (part.getChildCount() == 1 && part.getChild(0) instanceof ParserRuleContext only) {
      if (only instanceof StringLitContext text) {
        return Optional.of(Names.text(text).replace("\\'", "'"));
      }
      part = only;
    }
    return Optional.empty();
  }
}

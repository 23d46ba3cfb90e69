package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ConstantDefaultContext;

/** {@code GROUP BY 1}, {@code ORDER BY 2}: numbers that mean columns of the result. */
final class Ordinals {
  private Ordinals() {}

  static Sources resolve(
      List<? extends ParserRuleContext> keys,
      Relation result,
      Scope scope,
      Expressions expressions) {
    Sources.Builder sources = new Sources.Builder();
    for (ParserRuleContext key : keys) {
      ParserRuleContext core = Expressions.core(key);
      sources.add(
          core instanceof ConstantDefaultContext constant
              ? column(constant.getText(), result)
              : expressions.resolve(core, scope));
    }
    return sources.build();
  }

  private static Sources column(String text, Relation result) {
    boolean ordinal = text.length() < 6 && text.chars().allMatch(Character::isDigit);
    int position = ordinal ? Integer.parseInt(text) : 0;
    return position >= 1 && position <= result.columns().size()
        ? result.columns().get(position - 1).sources()
        : Sources.NONE;
  }
}

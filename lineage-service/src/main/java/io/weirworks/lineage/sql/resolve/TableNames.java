package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.parse.Names;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ConstantDefaultContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StringLiteralContext;

/** Table names as statements write them. */
final class TableNames {
  private TableNames() {}

  /**
   * The parts of {@code a.b.c} or {@code IDENTIFIER('a.b.c')}; a computed name stands for itself.
   */
  static List<String> parts(IdentifierReferenceContext reference) {
    if (reference.multipartIdentifier() != null) {
      return Names.of(reference.multipartIdentifier());
    }
    ParserRuleContext core = Expressions.core(reference.expression());
    boolean literal =
        core instanceof ConstantDefaultContext constant
            && constant.constant() instanceof StringLiteralContext;
    return literal ? List.of(unquoted(core.getText()).split("\\.")) : List.of(reference.getText());
  }

  private static String unquoted(String literal) {
    return literal.substring(1, literal.length() - 1);
  }
}

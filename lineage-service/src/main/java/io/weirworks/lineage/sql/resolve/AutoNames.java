package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.script.CompactText;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CastByColonContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ColumnReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DereferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionCallContext;

/**
 * Names of columns that no alias names: a reference's own; else Hive's in Hive, Spark's spelling of
 * the expression in Spark, its text without blanks and comments elsewhere.
 */
final class AutoNames {
  /**
   * Beyond this, names are not spelled out: nobody refers to them, and chains of operators may be
   * deep.
   */
  private static final int MAX_SPELLED = 1000;

  private AutoNames() {}

  static String of(ParserRuleContext core, Dialect dialect, String text, int position) {
    return switch (core) {
      case ColumnReferenceContext reference -> Names.of(reference.identifier());
      case DereferenceContext dereference -> Names.of(dereference.fieldName);
      case FunctionCallContext call ->
          TableNames.identifier(call)
              .map(List::getLast)
              .orElseGet(() -> unnamed(core, dialect, text, position));
      case CastByColonContext cast when dialect == Dialect.ANSI ->
          of(Expressions.core(cast.primaryExpression()), dialect, text, position);
      default -> unnamed(core, dialect, text, position);
    };
  }

  private static String unnamed(
      ParserRuleContext core, Dialect dialect, String text, int position) {
    return switch (dialect) {
      case HIVE -> HiveNames.of(core, position);
      case SPARK -> text.length() > MAX_SPELLED ? CompactText.of(text) : SparkNames.of(core);
      case ANSI -> CompactText.of(text);
    };
  }
}

package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.parse.Names;
import java.util.Locale;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ArithmeticBinaryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CastByColonContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CastContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ColumnReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ComparisonContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ConstantDefaultContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DereferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionCallContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.LogicalBinaryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StarContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StringLiteralContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SubqueryExpressionContext;

/**
 * Spark's names of columns without alias: the expression in Spark's own spelling, operators in
 * parentheses, {@code count(*)} as {@code count(1)}. Forms not listed here, and windows, keep their
 * text.
 */
final class SparkNames {
  private SparkNames() {}

  static String of(ParserRuleContext expression) {
    ParserRuleContext core = Expressions.core(expression);
    return switch (core) {
      case ArithmeticBinaryContext binary ->
          operation(binary.left, binary.operator.getText(), binary.right);
      case LogicalBinaryContext binary ->
          operation(binary.left, " " + binary.operator.getText() + " ", binary.right);
      case ComparisonContext comparison ->
          operation(comparison.left, comparison.comparisonOperator().getText(), comparison.right);
      case FunctionCallContext call when call.windowSpec() == null && call.where == null ->
          call(call);
      case CastContext cast -> cast(cast.expression(), cast.dataType());
      case CastByColonContext cast -> cast(cast.primaryExpression(), cast.dataType());
      case SubqueryExpressionContext _ -> "scalarsubquery()";
      case ColumnReferenceContext reference -> Names.of(reference.identifier());
      case DereferenceContext dereference -> Names.of(dereference.fieldName);
      case ConstantDefaultContext constant -> constant(constant);
      default -> core.getText();
    };
  }

  private static String operation(
      ParserRuleContext left, String operator, ParserRuleContext right) {
    return "(" + of(left) + " " + operator.strip() + " " + of(right) + ")";
  }

  private static String call(FunctionCallContext call) {
    String name = Calls.name(call).toLowerCase(Locale.ROOT);
    boolean rows =
        name.equals("count")
            && call.functionArgument().size() == 1
            && Expressions.core(call.functionArgument(0)) instanceof StarContext;
    String arguments =
        call.functionArgument().stream().map(SparkNames::of).collect(Collectors.joining(", "));
    String distinct = call.setQuantifier() == null ? "" : call.setQuantifier().getText() + " ";
    return name + "(" + (rows ? "1" : distinct + arguments) + ")";
  }

  private static String cast(ParserRuleContext value, ParserRuleContext type) {
    return "CAST(" + of(value) + " AS " + type.getText().toUpperCase(Locale.ROOT) + ")";
  }

  /** A string is its content. */
  private static String constant(ConstantDefaultContext constant) {
    return constant.constant() instanceof StringLiteralContext literal
        ? Names.text(literal.stringLit())
        : constant.getText();
  }
}

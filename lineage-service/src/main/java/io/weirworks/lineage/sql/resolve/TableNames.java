package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.parse.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ArithmeticBinaryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ConstantDefaultContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionCallContext;
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
    return text(reference.expression())
        .map(TableNames::parts)
        .orElseGet(() -> List.of(reference.getText()));
  }

  private static List<String> parts(String name) {
    return Arrays.stream(name.split("\\.")).map(Names::unquoted).toList();
  }

  /** The name that {@code IDENTIFIER('a.b')} stands for among expressions. */
  static Optional<List<String>> identifier(FunctionCallContext call) {
    boolean occurs =
        call.functionArgument().size() == 1 && Calls.name(call).equalsIgnoreCase("identifier");
    return occurs ? text(call.functionArgument(0)).map(TableNames::parts) : Optional.empty();
  }

  /** A text that is put together of literals only. */
  private static Optional<String> text(ParserRuleContext expression) {
    return switch (Expressions.core(expression)) {
      case ConstantDefaultContext constant
          when constant.constant() instanceof StringLiteralContext literal ->
          Optional.of(Names.text(literal.stringLit()));
      case ArithmeticBinaryContext binary
          when binary.operator.getType() == SqlBaseLexer.CONCAT_PIPE ->
          joined(List.of(binary.left, binary.right));
      case FunctionCallContext call when Calls.name(call).equalsIgnoreCase("concat") ->
          joined(call.functionArgument());
      default -> Optional.empty();
    };
  }

  private static Optional<String> joined(List<? extends ParserRuleContext> parts) {
    StringBuilder text = new StringBuilder();
    for (ParserRuleContext part : parts) {
      Optional<String> piece = text(part);
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      text.append(piece.get());
    }
    return Optional.of(text.toString());
  }
}

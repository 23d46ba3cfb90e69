package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CastContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ComplexDataTypeContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionCallContext;

/**
 * Functions that make rows, and the columns that they give where the statement does not name them.
 */
final class Generators {
  private static final Set<String> IN_SELECT =
      Set.of(
          "explode",
          "explode_outer",
          "posexplode",
          "posexplode_outer",
          "inline",
          "inline_outer",
          "stack",
          "json_tuple",
          "parse_url_tuple");

  private static final Set<String> MAPS =
      Set.of(
          "map",
          "map_concat",
          "map_filter",
          "map_from_arrays",
          "map_from_entries",
          "map_zip_with",
          "str_to_map",
          "transform_keys",
          "transform_values");

  private Generators() {}

  /** Whether a call of it in a SELECT list may stand for several columns. */
  static boolean isInSelect(String function) {
    return IN_SELECT.contains(function.toLowerCase(Locale.ROOT));
  }

  /** The columns' names; empty if they depend on the data. */
  static List<String> columns(
      String function, List<? extends ParserRuleContext> arguments, Dialect dialect) {
    return switch (function.toLowerCase(Locale.ROOT)) {
      case "explode", "explode_outer" -> elements(arguments);
      case "collations" -> List.of("col");
      case "posexplode", "posexplode_outer" -> positions(arguments, dialect);
      case "range" -> List.of("id");
      case "json_tuple", "parse_url_tuple" -> numbered("c", arguments.size() - 1);
      case "stack" -> stacked(arguments);
      default -> List.of();
    };
  }

  private static List<String> elements(List<? extends ParserRuleContext> arguments) {
    if (arguments.size() != 1) {
      return List.of();
    }
    return isMap(arguments.getFirst()) ? List.of("key", "value") : List.of("col");
  }

  private static List<String> positions(
      List<? extends ParserRuleContext> arguments, Dialect dialect) {
    if (arguments.size() == 1 && isMap(arguments.getFirst())) {
      return List.of("pos", "key", "value");
    }
    return List.of("pos", dialect == Dialect.HIVE ? "val" : "col");
  }

  private static boolean isMap(ParserRuleContext argument) {
    return switch (Expressions.core(argument)) {
      case FunctionCallContext call -> MAPS.contains(Calls.name(call).toLowerCase(Locale.ROOT));
      case CastContext cast ->
          cast.dataType() instanceof ComplexDataTypeContext type && type.MAP() != null;
      default -> false;
    };
  }

  /** {@code stack(rows, values…)} lays its values out in that many rows. */
  private static List<String> stacked(List<? extends ParserRuleContext> arguments) {
    String rows = arguments.isEmpty() ? "" : arguments.getFirst().getText();
    boolean literal =
        rows.length() < 6 && !rows.isEmpty() && rows.chars().allMatch(Character::isDigit);
    int count = literal ? Integer.parseInt(rows) : 0;
    return count == 0 ? List.of() : numbered("col", (arguments.size() - 1 + count - 1) / count);
  }

  private static List<String> numbered(String prefix, int count) {
    return IntStream.range(0, Math.max(0, count)).mapToObj(i -> prefix + i).toList();
  }
}

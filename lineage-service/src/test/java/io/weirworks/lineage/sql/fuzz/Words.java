package io.weirworks.lineage.sql.fuzz;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;

/** Text of a token; few names, so that they meet one another. */
final class Words {

  private static final Map<String, List<String>> SAMPLES =
      Map.ofEntries(
          Map.entry("IDENTIFIER", List.of("t", "u", "a", "b", "c", "k", "db", "${v}", "_x1")),
          Map.entry("BACKQUOTED_IDENTIFIER", List.of("`t`", "`a b`", "`x``y`", "`${db}`")),
          Map.entry("STRING_LITERAL", List.of("'x'", "'it\\'s'", "'2026-11-20'", "'${v}'", "''")),
          Map.entry("DOUBLEQUOTED_STRING", List.of("\"y\"", "\"a;b\"")),
          Map.entry("INTEGER_VALUE", List.of("0", "1", "2", "42")),
          Map.entry("BIGINT_LITERAL", List.of("1L")),
          Map.entry("SMALLINT_LITERAL", List.of("1S")),
          Map.entry("TINYINT_LITERAL", List.of("1Y")),
          Map.entry("EXPONENT_VALUE", List.of("1e3", "2.5E-1")),
          Map.entry("DECIMAL_VALUE", List.of("1.5", ".5")),
          Map.entry("FLOAT_LITERAL", List.of("1.0F")),
          Map.entry("DOUBLE_LITERAL", List.of("1.0D")),
          Map.entry("BIGDECIMAL_LITERAL", List.of("1.0BD")),
          Map.entry("NEQJ", List.of("!=")),
          Map.entry("NEQ", List.of("<>")),
          Map.entry("EQ", List.of("=", "==")),
          Map.entry("LTE", List.of("<=")),
          Map.entry("GTE", List.of(">=")),
          Map.entry("NOT", List.of("NOT", "!")),
          Map.entry("HENT_START", List.of("/*+")),
          Map.entry("HENT_END", List.of("*/")));

  private final Vocabulary vocabulary = SqlBaseParser.VOCABULARY;

  String of(int type, RandomGenerator random) {
    if (type == Token.EOF) {
      return "";
    }
    String literal = vocabulary.getLiteralName(type);
    if (literal != null) {
      return literal.substring(1, literal.length() - 1);
    }
    String symbol = vocabulary.getSymbolicName(type);
    List<String> samples = SAMPLES.getOrDefault(symbol, List.of(symbol));
    return samples.get(random.nextInt(samples.size()));
  }
}

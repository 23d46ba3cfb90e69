package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Builds a tree from a parser's tokens and notes duplicate keys with their path, of which a stock
 * mapper keeps the last in silence. Recursion is as deep as the parser's nesting limit lets it be.
 */
final class TreeBuilder {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d*[1-9])?(E[+-]?[1-9]\\d*)?");

  private final JsonParser parser;
  private final Problems problems;

  TreeBuilder(JsonParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /** The value whose first token is the current one. */
  JsonNode value(String path) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(path);
      case START_ARRAY -> array(path);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> text(path);
    };
  }

  private ObjectNode object(String path) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      String keyPath = JsonPaths.child(path, key);
      parser.nextToken();
      checkCharacters(key, path);
      if (object.has(key)) {
        problems.add(RejectionCode.DUPLICATE_KEY, keyPath, key, "each key once");
      }
      object.set(key, value(keyPath));
    }
    return object;
  }

  private ArrayNode array(String path) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(JsonPaths.item(path, array.size())));
    }
    return array;
  }

  private JsonNode text(String path) throws IOException {
    String text = parser.getText();
    checkCharacters(text, path);
    return NODES.textNode(text);
  }

  /** Half a surrogate pair, as JSON can escape it, is no character: it could not be encoded. */
  private void checkCharacters(String text, String path) {
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      problems.add(RejectionCode.MALFORMED_DOCUMENT, path, "", "whole Unicode characters");
    }
  }

  /**
   * Numbers by their value, so that writing and reading again gives an equal tree. YAML takes a
   * user's id {@code 064152} for an octal number and {@code 2.10} for 2.1: what a writer of JSON
   * would not write so stays the text that it is.
   */
  private JsonNode number() throws IOException {
    if (parser instanceof YAMLParser && !PLAIN_NUMBER.matcher(parser.getText()).matches()) {
      return NODES.textNode(parser.getText());
    }
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return whole(parser.getBigIntegerValue());
    }
    BigDecimal decimal = parser.getDecimalValue().stripTrailingZeros();
    return decimal.scale() == 0 ? whole(decimal.unscaledValue()) : NODES.numberNode(decimal);
  }

  private static JsonNode whole(BigInteger number) {
    return number.bitLength() < Long.SIZE
        ? NODES.numberNode(number.longValue())
        : NODES.numberNode(number);
  }
}

package io.weirworks.standalone.contractjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * The value of one place in a record.
 *
 * @param path of the place, for messages
 */
record AvroValue(Schema schema, String path) {

  /** The JSON value as the generated class holds it. */
  @Nullable Object of(JsonNode json) {
    return switch (schema.getType()) {
      case RECORD -> JsonToAvro.record(schema, json, path);
      case UNION -> branch(json);
      case ENUM -> symbol(json);
      case ARRAY -> list(json);
      case MAP -> map(json);
      case STRING -> require(json, json.isTextual(), "text").textValue();
      case BYTES -> bytes(json);
      case BOOLEAN -> require(json, json.isBoolean(), "true or false").booleanValue();
      case INT ->
          require(json, json.isIntegralNumber() && json.canConvertToInt(), "a whole number")
              .intValue();
      case LONG -> wholeOrInstant(json);
      case FLOAT -> require(json, json.isNumber(), "a number").floatValue();
      case DOUBLE -> require(json, json.isNumber(), "a number").doubleValue();
      case NULL -> {
        require(json, json.isNull(), "null");
        yield null;
      }
      case FIXED ->
          throw new IllegalStateException("the contract has no fixed type, found one at " + path);
    };
  }

  private JsonNode require(JsonNode json, boolean right, String wanted) {
    if (!right) {
      throw JsonToAvro.wrong(path, json, wanted);
    }
    return json;
  }

  /** The contract's unions are null and one other. */
  private @Nullable Object branch(JsonNode json) {
    if (json.isNull() && schema.isNullable()) {
      return null;
    }
    Schema other =
        schema.getTypes().stream()
            .filter(type -> type.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow();
    return new AvroValue(other, path).of(json);
  }

  private Object symbol(JsonNode json) {
    List<String> right =
        schema.getEnumSymbols().stream()
            .filter(symbol -> !symbol.equals(schema.getEnumDefault()))
            .toList();
    require(json, json.isTextual() && right.contains(json.textValue()), "one of " + right);
    return SpecificData.get().createEnum(json.textValue(), schema);
  }

  private List<@Nullable Object> list(JsonNode json) {
    require(json, json.isArray(), "a list");
    List<@Nullable Object> values = new ArrayList<>(json.size());
    for (JsonNode element : json) {
      String place = path + "[" + values.size() + "]";
      values.add(new AvroValue(schema.getElementType(), place).of(element));
    }
    return values;
  }

  private Map<String, @Nullable Object> map(JsonNode json) {
    require(json, json.isObject(), "an object");
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    json.properties()
        .forEach(
            entry ->
                values.put(
                    entry.getKey(),
                    new AvroValue(schema.getValueType(), path + "." + entry.getKey())
                        .of(entry.getValue())));
    return values;
  }

  private ByteBuffer bytes(JsonNode json) {
    String wanted = "text in base64";
    try {
      return ByteBuffer.wrap(require(json, json.isTextual(), wanted).binaryValue());
    } catch (IOException e) {
      throw JsonToAvro.wrong(path, json, wanted);
    }
  }

  private Object wholeOrInstant(JsonNode json) {
    if (!(schema.getLogicalType() instanceof LogicalTypes.TimestampMillis)) {
      return require(json, json.isIntegralNumber() && json.canConvertToLong(), "a whole number")
          .longValue();
    }
    return instant(json);
  }

  private Instant instant(JsonNode json) {
    String wanted = "a time such as \"2026-11-20T06:00:00Z\"";
    try {
      return OffsetDateTime.parse(require(json, json.isTextual(), wanted).textValue()).toInstant();
    } catch (DateTimeException e) {
      throw JsonToAvro.wrong(path, json, wanted);
    }
  }
}

package io.weirworks.schemas.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Values made from a schema alone, the same each time, and what they are in JSON. */
final class SampleValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final long AN_INSTANT = Instant.parse("2026-11-20T06:00:00.123Z").toEpochMilli();

  private final boolean full;
  private int counter;

  private SampleValues(boolean full) {
    this.full = full;
  }

  /**
   * A value of the schema.
   *
   * @param full whether optional values are set and collections have elements
   */
  static Object of(Schema schema, boolean full) {
    Object value = new SampleValues(full).value("value", schema);
    if (value == null) {
      throw new IllegalArgumentException("no value for " + schema);
    }
    return value;
  }

  private @Nullable Object value(String name, Schema schema) {
    counter++;
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ENUM -> new GenericData.EnumSymbol(schema, schema.getEnumSymbols().getLast());
      case ARRAY -> full ? listOfTwo(name, schema.getElementType()) : List.of();
      case MAP -> full ? mapOfTwo(name, schema.getValueType()) : Map.of();
      case UNION -> full ? value(name, schema.getTypes().getLast()) : null;
      case STRING -> full ? name + " é " + counter : "";
      case BYTES -> ByteBuffer.wrap(full ? new byte[] {0, (byte) 0xff, 7} : new byte[0]);
      case INT -> full ? 1_000 + counter : 0;
      case LONG ->
          schema.getLogicalType() != null ? AN_INSTANT + counter : full ? counter << 20L : 0L;
      case BOOLEAN -> full;
      case DOUBLE -> full ? counter / 8.0 : 0.0;
      case FIXED, FLOAT, NULL ->
          throw new IllegalArgumentException("the contract uses no " + schema.getType());
    };
  }

  private GenericRecord record(Schema schema) {
    GenericRecord record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), value(field.name(), field.schema()));
    }
    return record;
  }

  private List<@Nullable Object> listOfTwo(String name, Schema element) {
    return Arrays.asList(value(name, element), value(name, element));
  }

  private Map<String, @Nullable Object> mapOfTwo(String name, Schema element) {
    Map<String, @Nullable Object> map = new TreeMap<>();
    map.put("a", value(name, element));
    map.put("b", value(name, element));
    return map;
  }

  /** The value as JSON: instants as RFC 3339, bytes as one character each. */
  static JsonNode json(Schema schema, @Nullable Object value) {
    return switch (value) {
      case null -> JSON.nullNode();
      case GenericRecord record -> {
        ObjectNode node = JSON.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
          node.set(field.name(), json(field.schema(), record.get(field.pos())));
        }
        yield node;
      }
      case List<?> list -> {
        ArrayNode node = JSON.arrayNode();
        list.forEach(each -> node.add(json(schema, each)));
        yield node;
      }
      case Map<?, ?> map -> {
        ObjectNode node = JSON.objectNode();
        map.forEach((key, each) -> node.set(String.valueOf(key), json(schema, each)));
        yield node;
      }
      case ByteBuffer bytes ->
          JSON.textNode(StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString());
      case Long number when isInstant(schema) ->
          JSON.textNode(Instant.ofEpochMilli(number).toString());
      case Long number -> JSON.numberNode(number);
      case Integer number -> JSON.numberNode(number);
      case Double number -> JSON.numberNode(number);
      case Boolean flag -> JSON.booleanNode(flag);
      default -> JSON.textNode(value.toString());
    };
  }

  private static boolean isInstant(Schema schema) {
    Schema type = schema.getType() == Schema.Type.UNION ? schema.getTypes().getLast() : schema;
    return type.getLogicalType() != null;
  }
}

package io.weirworks.standalone.contractjson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as JSON: all fields in the order of the schema, optional values without a branch, an
 * instant as RFC 3339 text, bytes in base64. What {@link JsonToAvro} reads.
 */
public final class AvroToJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AvroToJson() {}

  public static ObjectNode json(IndexedRecord record) {
    ObjectNode json = JSON.objectNode();
    for (Schema.Field field : record.getSchema().getFields()) {
      json.set(field.name(), value(record.get(field.pos())));
    }
    return json;
  }

  private static JsonNode value(@Nullable Object value) {
    return switch (value) {
      case null -> JSON.nullNode();
      case IndexedRecord record -> json(record);
      case Collection<?> values -> array(values);
      case Map<?, ?> values -> object(values);
      case ByteBuffer bytes -> JSON.binaryNode(bytesOf(bytes));
      case Integer number -> JSON.numberNode(number);
      case Long number -> JSON.numberNode(number);
      case Float number -> JSON.numberNode(number);
      case Double number -> JSON.numberNode(number);
      case Boolean flag -> JSON.booleanNode(flag);
      default -> JSON.textNode(value.toString());
    };
  }

  private static ArrayNode array(Collection<?> values) {
    ArrayNode array = JSON.arrayNode(values.size());
    values.forEach(value -> array.add(value(value)));
    return array;
  }

  private static ObjectNode object(Map<?, ?> values) {
    ObjectNode object = JSON.objectNode();
    values.forEach((key, value) -> object.set(key.toString(), value(value)));
    return object;
  }

  private static byte[] bytesOf(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}

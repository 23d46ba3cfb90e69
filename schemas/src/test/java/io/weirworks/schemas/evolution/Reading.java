package io.weirworks.schemas.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** What a reader of today sees of an old record, held against what its writer said. */
final class Reading {

  private final List<String> differences = new ArrayList<>();

  private Reading() {}

  /**
   * Where the two differ. A field that the reader does not know any more, or the writer did not
   * know yet, is no difference.
   *
   * @param reader the schema of today
   */
  static List<String> differences(Schema reader, JsonNode written, JsonNode read) {
    Reading reading = new Reading();
    reading.compare("", reader, written, read);
    return List.copyOf(reading.differences);
  }

  private void compare(String where, Schema reader, JsonNode written, JsonNode read) {
    switch (reader.getType()) {
      case RECORD -> {
        for (Schema.Field field : reader.getFields()) {
          if (written.has(field.name())) {
            String name = field.name();
            compare(where + "." + name, field.schema(), written.get(name), read.get(name));
          }
        }
      }
      case UNION -> {
        if (written.isNull() || read.isNull()) {
          compareLeaf(where, written, read);
        } else {
          compare(where, reader.getTypes().getLast(), written, read);
        }
      }
      case ARRAY -> {
        compareLeaf(where + ".size", size(written), size(read));
        for (int i = 0; i < Math.min(written.size(), read.size()); i++) {
          compare(where + "[" + i + "]", reader.getElementType(), written.get(i), read.get(i));
        }
      }
      case MAP -> {
        compareLeaf(where + ".size", size(written), size(read));
        written
            .fieldNames()
            .forEachRemaining(
                key ->
                    compare(
                        where + "." + key,
                        reader.getValueType(),
                        written.path(key),
                        read.path(key)));
      }
      case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL ->
          compareLeaf(where, written, read);
    }
  }

  private static JsonNode size(JsonNode collection) {
    return IntNode.valueOf(collection.size());
  }

  private void compareLeaf(String where, JsonNode written, JsonNode read) {
    if (!written.asText().equals(read.asText()) || written.isNull() != read.isNull()) {
      differences.add("%s: written %s, read %s".formatted(where, written, read));
    }
  }
}

package io.weirworks.standalone.contractjson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.standalone.StandaloneException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record from JSON as people write it: fields with a default may be missing, an optional value
 * stands without the branch that Avro's own JSON form wants, an instant is RFC 3339 text.
 */
public final class JsonToAvro {

  /** What follows the document, and a field twice, would otherwise be dropped in silence. */
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private JsonToAvro() {}

  /**
   * The record of this type.
   *
   * @param schema of a generated class
   * @throws StandaloneException {@code WRONG_JSON}, naming the path, the value and what would be
   *     right
   */
  public static SpecificRecord record(Schema schema, String json) {
    try {
      return record(schema, JSON.readTree(json), "$");
    } catch (JsonProcessingException e) {
      throw new StandaloneException(
          StandaloneException.Code.WRONG_JSON,
          "'%s' is no JSON: %s".formatted(shortened(json), e.getOriginalMessage()),
          e);
    }
  }

  static SpecificRecord record(Schema schema, JsonNode json, String path) {
    if (!json.isObject()) {
      throw wrong(path, json, "an object with the fields of " + schema.getName());
    }
    requireKnownFields(schema, json, path);
    SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), field(field, json, path));
    }
    return record;
  }

  private static @Nullable Object field(Schema.Field field, JsonNode json, String path) {
    JsonNode value = json.get(field.name());
    if (value != null) {
      return new AvroValue(field.schema(), path + "." + field.name()).of(value);
    }
    if (!field.hasDefaultValue()) {
      throw new StandaloneException(
          StandaloneException.Code.WRONG_JSON,
          "field %s.%s is missing: %s".formatted(path, field.name(), field.doc()));
    }
    return SpecificData.get().getDefaultValue(field);
  }

  private static void requireKnownFields(Schema schema, JsonNode json, String path) {
    List<String> known = schema.getFields().stream().map(Schema.Field::name).toList();
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new StandaloneException(
                    StandaloneException.Code.WRONG_JSON,
                    "%s has no field '%s' (at %s)%s"
                        .formatted(schema.getName(), name, path, NearMatches.hint(name, known)));
              }
            });
  }

  static StandaloneException wrong(String path, JsonNode value, String right) {
    return new StandaloneException(
        StandaloneException.Code.WRONG_JSON,
        "%s is %s; it must be %s".formatted(path, shortened(value.toString()), right));
  }

  private static String shortened(String text) {
    int most = 80;
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}

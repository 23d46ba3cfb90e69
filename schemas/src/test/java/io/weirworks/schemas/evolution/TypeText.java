package io.weirworks.schemas.evolution;

import java.util.Locale;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Types, defaults and documentation as the contract page writes them. */
final class TypeText {

  private TypeText() {}

  static String nameOf(Schema type) {
    if (type.getLogicalType() != null) {
      return "instant";
    }
    return switch (type.getType()) {
      case UNION -> nameOf(type.getTypes().getLast()) + " or null";
      case ARRAY -> "list of " + nameOf(type.getElementType());
      case MAP -> "map of " + nameOf(type.getValueType());
      case RECORD, ENUM -> link(type);
      case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> type.getName();
    };
  }

  static String link(Schema type) {
    return "[%s](#%s)".formatted(type.getName(), type.getName().toLowerCase(Locale.ROOT));
  }

  static String defaultOf(Schema.Field field) {
    return switch (field.defaultVal()) {
      case null -> "";
      case JsonProperties.Null nothing -> "`null`";
      case String text -> text.isEmpty() ? "empty" : "`" + text + "`";
      case Object value -> "`" + value + "`";
    };
  }

  static String oneLine(@Nullable String doc) {
    return doc == null ? "" : doc.replace("|", "\\|").replaceAll("\\s+", " ").strip();
  }
}

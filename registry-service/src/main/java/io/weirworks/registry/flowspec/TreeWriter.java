package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds one object of a document in writing order; what is absent is not written. */
final class TreeWriter {
  private final ObjectNode object = JsonNodeFactory.instance.objectNode();

  TreeWriter text(String key, @Nullable String value) {
    if (value != null) {
      object.put(key, value);
    }
    return this;
  }

  TreeWriter integer(String key, @Nullable Integer value) {
    return number(key, value == null ? null : value.longValue());
  }

  TreeWriter number(String key, @Nullable Long value) {
    if (value != null) {
      object.put(key, value);
    }
    return this;
  }

  TreeWriter flag(String key, @Nullable Boolean value) {
    if (value != null) {
      object.put(key, value);
    }
    return this;
  }

  TreeWriter term(String key, @Nullable Term value) {
    return text(key, value == null ? null : value.text());
  }

  <T> TreeWriter object(String key, @Nullable T value, Function<T, ObjectNode> write) {
    if (value != null) {
      object.set(key, write.apply(value));
    }
    return this;
  }

  <T> TreeWriter list(String key, List<T> values, Function<T, ? extends JsonNode> write) {
    if (!values.isEmpty()) {
      ArrayNode array = object.putArray(key);
      values.forEach(value -> array.add(write.apply(value)));
    }
    return this;
  }

  /** A map of free keys under {@code key}. */
  TreeWriter freeKeys(String key, OtherKeys keys) {
    return keys.isEmpty()
        ? this
        : object(key, keys, free -> new TreeWriter().otherKeys(free).done());
  }

  /** The keys that were kept as they were written. */
  TreeWriter otherKeys(OtherKeys keys) {
    keys.values().forEach(object::set);
    return this;
  }

  ObjectNode done() {
    return object;
  }
}

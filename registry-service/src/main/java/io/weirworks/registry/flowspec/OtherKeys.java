package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keys and values that are kept as they were written: those that FlowSpec leaves free (metadata,
 * Spark configuration) and those that we do not know, so that a newer or an extended document
 * survives reading and writing. In the order of the keys, so that equal contents are written
 * equally.
 */
public record OtherKeys(SortedMap<String, JsonNode> values) {
  private static final OtherKeys NONE = new OtherKeys(Collections.emptySortedMap());

  public OtherKeys {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static OtherKeys none() {
    return NONE;
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }
}

package io.weirworks.lineage.sql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values that columns have: of all partition columns, a partition; of some, all partitions that
 * have them; of none, each.
 *
 * @param values by column in lower case, in the order of the statement; values as Hive has them in
 *     a partition's name, without its escapes
 */
public record PartitionSpec(Map<String, String> values) {

  /** What Hive has for NULL and for an empty text. */
  public static final String NO_VALUE = "__HIVE_DEFAULT_PARTITION__";

  public static final PartitionSpec ALL = new PartitionSpec(Map.of());

  public PartitionSpec {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Whether the other has all of these values, and maybe more. */
  public boolean covers(PartitionSpec other) {
    return other.values.entrySet().containsAll(values.entrySet());
  }

  public int characters() {
    return values.entrySet().stream()
        .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
        .sum();
  }
}

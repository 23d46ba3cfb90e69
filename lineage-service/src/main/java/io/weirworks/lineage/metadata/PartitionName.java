package io.weirworks.lineage.metadata;

import io.weirworks.lineage.sql.PartitionSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Partitions in Hive's form, such as {@code ds=20010101/hr=01}; special characters as %3A. */
public final class PartitionName {

  private static final String SPECIAL = "\"#%'*/:=?\\\u007F{[]^";

  private PartitionName() {}

  /** Its columns in this order; those that are not named stand last. */
  public static String of(PartitionSpec spec, List<String> columns) {
    Map<String, String> ordered = new LinkedHashMap<>();
    columns.forEach(
        column ->
            Optional.ofNullable(spec.values().get(column.toLowerCase(Locale.ROOT)))
                .ifPresent(value -> ordered.put(column.toLowerCase(Locale.ROOT), value)));
    spec.values().forEach(ordered::putIfAbsent);
    return ordered.entrySet().stream()
        .map(entry -> escaped(entry.getKey()) + "=" + escaped(entry.getValue()))
        .collect(Collectors.joining("/"));
  }

  /** Empty where a part of it has no value. */
  public static Optional<PartitionSpec> parse(String name) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : name.split("/")) {
      int equals = part.indexOf('=');
      if (equals <= 0) {
        return Optional.empty();
      }
      values.put(
          unescaped(part.substring(0, equals)).toLowerCase(Locale.ROOT),
          unescaped(part.substring(equals + 1)));
    }
    return Optional.of(new PartitionSpec(values));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || SPECIAL.indexOf(c) >= 0) {
        escaped.append("%%%02X".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean coded = text.charAt(i) == '%' && i + 2 < text.length() && isHex(text, i + 1);
      if (coded) {
        plain.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }

  private static boolean isHex(String text, int from) {
    return Character.digit(text.charAt(from), 16) >= 0
        && Character.digit(text.charAt(from + 1), 16) >= 0;
  }
}

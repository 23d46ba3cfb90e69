package io.weirworks.lineage.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.TableName;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The one place that says which spellings name the same dataset (field-failures R57). {@link
 * TableName} makes case, default database and Spark's default catalogue canonical; here quotes are
 * read and ids are kept within what a key holds.
 */
public final class DatasetNames {

  /** Longest id in characters; a longer one ends with its hash, so that two never become one. */
  static final int LONGEST = 600;

  private static final String PATH = "path:";

  private DatasetNames() {}

  /**
   * The dataset of a name as people write it: {@code flights.raw}, {@code `Flights`.`raw`}, {@code
   * raw}, {@code path:/data/raw.json}.
   *
   * @return empty where it names nothing: no text, an empty part, a quote that is not closed
   */
  public static Optional<DatasetRef> parse(String written) {
    String name = written.strip();
    if (name.startsWith(PATH)) {
      return of(new PathName(name.substring(PATH.length())));
    }
    return parts(name).flatMap(parts -> of(new TableName(parts)));
  }

  /** The dataset as lineage keeps it; empty for those that have no name. */
  public static Optional<DatasetRef> of(Dataset dataset) {
    return switch (dataset) {
      case TableName table ->
          Optional.of(new DatasetRef(bounded(table.id()), DatasetKind.TABLE, table.id()));
      case PathName path when path.location().isEmpty() -> Optional.empty();
      case PathName path ->
          Optional.of(new DatasetRef(bounded(path.id()), DatasetKind.PATH, path.location()));
      case Dataset.Anonymous _ -> Optional.empty();
    };
  }

  private static String bounded(String id) {
    if (id.length() <= LONGEST) {
      return id;
    }
    String hash = HexFormat.of().formatHex(sha256(id));
    int kept = LONGEST - hash.length() - 1;
    int end = Character.isHighSurrogate(id.charAt(kept - 1)) ? kept - 1 : kept;
    return id.substring(0, end) + "#" + hash;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Parts between dots; backquotes and double quotes hide dots, doubled they stand for one. */
  private static Optional<List<String>> parts(String name) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean doubled = c == quote && i + 1 < name.length() && name.charAt(i + 1) == quote;
      if (quote != 0 && doubled) {
        part.append(c);
        i++;
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote != 0) {
        part.append(c);
      } else if (c == '`' || c == '"') {
        quote = c;
      } else if (c == '.') {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString().strip());
    return quote != 0 || parts.contains("") ? Optional.empty() : Optional.of(List.copyOf(parts));
  }
}

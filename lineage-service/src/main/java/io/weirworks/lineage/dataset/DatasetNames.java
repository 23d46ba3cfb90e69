package io.weirworks.lineage.dataset;

import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one place that says which spellings name the same dataset (field-failures R57). {@link
 * TableName} makes case, default database and Spark's default catalogue canonical, {@link
 * FileLocation} the spellings of paths; here quotes and OpenLineage's names are read and ids are
 * kept within what a key holds.
 */
public final class DatasetNames {

  /** Longest id in characters; a longer one ends with its hash, so that two never become one. */
  static final int LONGEST = 600;

  private static final String PATH = "path:";

  /**
   * Begins the id of what is neither files nor a table of the metastore: a topic, a database's
   * table.
   */
  private static final String ELSEWHERE = "openlineage:";

  private static final String GLUE = "arn:aws:glue";
  private static final String GLUE_TABLE = "table/";

  private DatasetNames() {}

  /**
   * The dataset of a name as people write it: {@code flights.raw}, {@code `Flights`.`raw`}, {@code
   * raw}, {@code path:/data/raw.json}, {@code s3://bucket/raw}, or an id as it is told.
   *
   * @return empty where it names nothing: no text, an empty part, a quote that is not closed
   */
  public static Optional<DatasetRef> parse(String written) {
    String name = written.strip();
    if (name.startsWith(PATH)) {
      return path(name.substring(PATH.length()));
    }
    if (name.startsWith(ELSEWHERE)) {
      return elsewhere(name.substring(ELSEWHERE.length()));
    }
    return FileLocation.isWritten(name) ? path(name) : table(name);
  }

  /**
   * The dataset that OpenLineage names: by its symlink of type TABLE where there is one, since the
   * name itself is then only where its files lie; else by its path; else it is one of another
   * system, whose name counts as it is told (lineage 5).
   *
   * @return empty where it names nothing
   */
  public static Optional<DatasetRef> openLineage(
      String namespace, String name, List<Symlink> symlinks) {
    return symlinks.stream()
        .filter(Symlink::isTable)
        .flatMap(symlink -> ofMetastore(symlink.name()).stream())
        .findFirst()
        .or(() -> named(namespace.strip(), name.strip()));
  }

  /**
   * Where the files of a table lie that OpenLineage names by both, so that who knows only the one
   * still means the other.
   *
   * @return empty where it is no table of the metastore, or its files are not told
   */
  public static Optional<DatasetRef> openLineageLocation(
      String namespace, String name, List<Symlink> symlinks) {
    boolean table =
        openLineage(namespace, name, symlinks)
            .filter(d -> d.kind() == DatasetKind.TABLE)
            .isPresent();
    return Stream.concat(
            Stream.of(new Symlink(namespace.strip(), name.strip(), "LOCATION")), symlinks.stream())
        .filter(symlink -> table && symlink.isLocation())
        .filter(symlink -> FileLocation.isFileSystem(symlink.namespace()))
        .flatMap(symlink -> named(symlink.namespace(), symlink.name()).stream())
        .findFirst();
  }

  private static Optional<DatasetRef> named(String namespace, String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (FileLocation.isFileSystem(namespace)) {
      boolean whole = FileLocation.isWritten(name) && !name.startsWith("/");
      String root = namespace.contains("//") ? namespace : namespace.split(":")[0] + "://";
      return path(whole ? name : root + "/" + name);
    }
    boolean metastore =
        namespace.startsWith(GLUE) || namespace.equals("hive") || namespace.startsWith("hive:");
    if (metastore) {
      return ofMetastore(name);
    }
    return namespace.isEmpty() ? parse(name) : elsewhere(namespace + "/" + name);
  }

  /** Glue writes {@code table/database/name}. */
  private static Optional<DatasetRef> ofMetastore(String name) {
    return name.startsWith(GLUE_TABLE)
        ? table(name.substring(GLUE_TABLE.length()).replace('/', '.'))
        : table(name);
  }

  private static Optional<DatasetRef> elsewhere(String name) {
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new DatasetRef(bounded(ELSEWHERE + name), DatasetKind.TABLE, name));
  }

  private static Optional<DatasetRef> table(String name) {
    return parts(name).flatMap(parts -> of(new TableName(parts)));
  }

  private static Optional<DatasetRef> path(String written) {
    String location = FileLocation.canonical(written);
    return location.isEmpty()
        ? Optional.empty()
        : Optional.of(new DatasetRef(bounded(PATH + location), DatasetKind.PATH, location));
  }

  /** The dataset as lineage keeps it; empty for those that have no name. */
  public static Optional<DatasetRef> of(Dataset dataset) {
    return switch (dataset) {
      case TableName table ->
          Optional.of(new DatasetRef(bounded(table.id()), DatasetKind.TABLE, table.id()));
      case PathName path -> path(path.location());
      case Dataset.Anonymous _ -> Optional.empty();
    };
  }

  private static String bounded(String id) {
    if (id.length() <= LONGEST) {
      return id;
    }
    String hash = Fingerprint.of(id);
    int kept = LONGEST - hash.length() - 1;
    int end = Character.isHighSurrogate(id.charAt(kept - 1)) ? kept - 1 : kept;
    return id.substring(0, end) + "#" + hash;
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

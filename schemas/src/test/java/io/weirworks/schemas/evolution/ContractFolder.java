package io.weirworks.schemas.evolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The folder of released versions in the source tree: {@code ids.csv} as it is now, and {@code
 * released/<n>/} with what version n added and {@code ids.csv} as it was then.
 */
final class ContractFolder {

  static final String IDS_HEADER = "id,record,fingerprint,file";

  private final Path folder;

  ContractFolder(Path folder) {
    this.folder = folder;
  }

  /** The rows of ids.csv as it is now, by id. */
  SortedMap<Integer, String> idRows() {
    return rows(ids());
  }

  /** Everything that was ever released, with the ids as of the last release. */
  Contract released() {
    SortedMap<String, List<Schema>> schemas = new TreeMap<>();
    for (int version = 1; version <= lastVersion(); version++) {
      for (Path file : files(version)) {
        Schema schema = new Schema.Parser().parse(text(file));
        schemas.computeIfAbsent(schema.getFullName(), name -> new ArrayList<>()).add(schema);
      }
    }
    int last = lastVersion();
    return new Contract(
        schemas, last == 0 ? new TreeMap<>() : rows(version(last).resolve("ids.csv")));
  }

  /** The number of the last released version; 0 when there is none. */
  int lastVersion() {
    int last = 0;
    while (Files.isDirectory(version(last + 1))) {
      last++;
    }
    return last;
  }

  Path ids() {
    return folder.resolve("ids.csv");
  }

  Path version(int version) {
    return folder.resolve("released").resolve(Integer.toString(version));
  }

  private List<Path> files(int version) {
    try (Stream<Path> paths = Files.list(version(version))) {
      return paths.filter(path -> path.toString().endsWith(".avsc")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list version " + version, e);
    }
  }

  private static SortedMap<Integer, String> rows(Path csv) {
    SortedMap<Integer, String> rows = new TreeMap<>();
    text(csv)
        .lines()
        .skip(1)
        .forEach(row -> rows.put(Integer.parseInt(row.substring(0, row.indexOf(','))), row));
    return rows;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}

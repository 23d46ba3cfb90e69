package io.weirworks.schemas.evolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaNormalization;

/**
 * Makes what the IDL says now the next released version: writes the new schemas, gives them ids,
 * and writes golden bytes of them. Never touches what is there.
 */
final class Release {

  /** The least id; 1,900,000,000 and below stay free for the registries of others. */
  private static final int FIRST_ID = 1_900_000_001;

  private final ContractFolder released;
  private final Path golden;
  private final List<IdlFiles.File> idl;

  /**
   * @param contract the folder of {@code ids.csv} and {@code released/}
   * @param golden the folder of golden bytes
   * @param idl what the IDL says now
   */
  Release(Path contract, Path golden, List<IdlFiles.File> idl) {
    this.released = new ContractFolder(contract);
    this.golden = golden;
    this.idl = idl;
  }

  /**
   * Writes the version.
   *
   * @throws IllegalStateException when it is there already, is not the next one, would break
   *     somebody, or adds nothing
   */
  void write(int version) throws IOException {
    if (version <= released.lastVersion()) {
      throw new IllegalStateException(
          "version %d is released; a released version is never written again".formatted(version));
    }
    if (version != released.lastVersion() + 1) {
      throw new IllegalStateException(
          "the next version is %d, not %d".formatted(released.lastVersion() + 1, version));
    }
    SortedMap<String, List<Schema>> current = IdlFiles.records(idl);
    List<Violation> violations =
        CompatibilityGate.check(released.released(), new Contract(current, released.idRows()));
    if (!violations.isEmpty()) {
      throw new IllegalStateException(
          "the IDL breaks released versions:\n"
              + violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
    }
    SortedMap<Integer, Schema> added = withNewIds(current);
    if (added.isEmpty()) {
      throw new IllegalStateException("the IDL has nothing that is not released");
    }
    writeSchemas(version, added);
    Files.createDirectories(golden);
    Files.writeString(golden.resolve(version + ".jsonl"), GoldenRecord.lines(added));
  }

  private SortedMap<Integer, Schema> withNewIds(SortedMap<String, List<Schema>> current) {
    List<Long> known =
        released.released().schemas().values().stream()
            .flatMap(List::stream)
            .map(SchemaNormalization::parsingFingerprint64)
            .toList();
    SortedMap<Integer, String> rows = released.idRows();
    int next = rows.isEmpty() ? FIRST_ID : rows.lastKey() + 1;
    SortedMap<Integer, Schema> added = new TreeMap<>();
    for (List<Schema> versions : current.values()) {
      Schema schema = versions.getLast();
      if (!known.contains(SchemaNormalization.parsingFingerprint64(schema))) {
        added.put(next++, schema);
      }
    }
    return added;
  }

  private void writeSchemas(int version, SortedMap<Integer, Schema> added) throws IOException {
    Path folder = Files.createDirectories(released.version(version));
    for (Schema schema : added.values()) {
      Files.writeString(
          folder.resolve(schema.getFullName() + ".avsc"),
          SchemaFormatter.format("json/pretty", schema) + "\n");
    }
    Stream<String> newRows =
        added.entrySet().stream()
            .map(
                row ->
                    "%d,%s,%016x,released/%d/%s.avsc"
                        .formatted(
                            row.getKey(),
                            row.getValue().getFullName(),
                            SchemaNormalization.parsingFingerprint64(row.getValue()),
                            version,
                            row.getValue().getFullName()));
    String ids =
        Stream.concat(Files.readAllLines(released.ids()).stream(), newRows)
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(released.ids(), ids);
    Files.writeString(folder.resolve("ids.csv"), ids);
  }
}

package io.weirworks.schemas.evolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.idl.IdlFile;
import org.apache.avro.idl.IdlReader;

/** What the IDL says now. */
final class IdlFiles {

  /** The property of a record in the IDL that names the topic on which it is a value. */
  static final String TOPIC = "topic";

  /**
   * One IDL file.
   *
   * @param name the file's name without extension, such as scheduler-events
   * @param types all named types that the file sees, imported ones included, by full name
   * @param warnings what the IDL reader complains about
   */
  record File(String name, SortedMap<String, Schema> types, List<String> warnings) {

    /** The topic that the file is for: scheduler-events is weirworks.scheduler.events. */
    String topic() {
      return name.equals("replies")
          ? "weirworks.<service>.replies"
          : "weirworks." + name.replaceFirst("-", ".");
    }

    /** The records that are values of a topic, sorted by full name. */
    List<Schema> records() {
      return types.values().stream().filter(type -> type.getObjectProp(TOPIC) != null).toList();
    }
  }

  private IdlFiles() {}

  /** All files of the folder, sorted by name. */
  static List<File> read(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      List<File> files = new ArrayList<>();
      for (Path path : paths.filter(p -> p.toString().endsWith(".avdl")).toList()) {
        files.add(
            file(path.getFileName().toString().replace(".avdl", ""), new IdlReader().parse(path)));
      }
      files.sort(Comparator.comparing(File::name));
      return List.copyOf(files);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the IDL in " + folder, e);
    }
  }

  /** A file that is nowhere but here. */
  static File parse(String name, String idl) {
    try {
      return file(name, new IdlReader().parse(new ByteArrayInputStream(idl.getBytes(UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the IDL of " + name, e);
    }
  }

  private static File file(String name, IdlFile parsed) {
    return new File(name, new TreeMap<>(parsed.getNamedSchemas()), parsed.getWarnings());
  }

  /** The one current schema of each record that is a value of a topic. */
  static SortedMap<String, List<Schema>> records(List<File> files) {
    SortedMap<String, List<Schema>> records = new TreeMap<>();
    files.forEach(
        file -> file.records().forEach(type -> records.put(type.getFullName(), List.of(type))));
    return records;
  }
}

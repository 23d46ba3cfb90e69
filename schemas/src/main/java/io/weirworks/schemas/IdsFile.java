package io.weirworks.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;

/**
 * The resource {@code ids.csv}: the header {@value #HEADER}, then one row for each schema, which is
 * never changed and never goes.
 *
 * <ul>
 *   <li>{@code id}: the number on the wire;
 *   <li>{@code record}: the record's full name;
 *   <li>{@code fingerprint}: CRC-64-AVRO of the schema's parsing canonical form, 16 hex digits;
 *   <li>{@code file}: the schema, relative to the folder of {@code ids.csv}.
 * </ul>
 *
 * Records that are never released (those of a test) leave the last two columns empty: then the
 * schema is that of the generated class.
 */
final class IdsFile {

  static final String HEADER = "id,record,fingerprint,file";

  private final ClassLoader loader;
  private final String resource;

  private IdsFile(ClassLoader loader, String resource) {
    this.loader = loader;
    this.resource = resource;
  }

  static SortedMap<Integer, Schema> read(ClassLoader loader, String resource) {
    return new IdsFile(loader, resource).read();
  }

  private SortedMap<Integer, Schema> read() {
    List<String> lines = text(resource).lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new IllegalArgumentException(resource + ":1: expected the header " + HEADER);
    }
    SortedMap<Integer, Schema> schemas = new TreeMap<>();
    for (int line = 2; line <= lines.size(); line++) {
      String row = lines.get(line - 1);
      String[] cells = row.split(",", -1);
      if (cells.length != 4 || !cells[0].matches("[1-9][0-9]{0,9}")) {
        throw wrong(line, "expected " + HEADER + ", got " + row);
      }
      if (schemas.put(Integer.parseInt(cells[0]), schema(line, cells)) != null) {
        throw wrong(line, "the id " + cells[0] + " is taken by a row above");
      }
    }
    return schemas;
  }

  private Schema schema(int line, String[] cells) {
    if (cells[3].isEmpty()) {
      return schemaOfGeneratedClass(line, cells[1]);
    }
    Schema schema = new Schema.Parser().parse(text(folder() + cells[3]));
    String fingerprint = "%016x".formatted(SchemaNormalization.parsingFingerprint64(schema));
    if (!schema.getFullName().equals(cells[1]) || !fingerprint.equals(cells[2])) {
      throw wrong(
          line,
          "%s holds %s with fingerprint %s, the row says %s with %s"
              .formatted(cells[3], schema.getFullName(), fingerprint, cells[1], cells[2]));
    }
    return schema;
  }

  private Schema schemaOfGeneratedClass(int line, String record) {
    try {
      return SpecificData.get().getSchema(Class.forName(record, true, loader));
    } catch (ClassNotFoundException e) {
      throw wrong(line, record + " has neither a schema file nor a generated class");
    }
  }

  private String folder() {
    return resource.substring(0, resource.lastIndexOf('/') + 1);
  }

  private String text(String name) {
    try (InputStream in = loader.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "%s is not on the class path (schema ids of %s)".formatted(name, resource));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private IllegalArgumentException wrong(int line, String what) {
    return new IllegalArgumentException(resource + ":" + line + ": " + what);
  }
}

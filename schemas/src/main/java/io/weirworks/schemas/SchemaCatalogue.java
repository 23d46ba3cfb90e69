package io.weirworks.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Which id stands for which schema on the wire, for ever (DESIGN 8, "wire format"). Immutable.
 *
 * <p>Two schemas that differ only in what the bytes do not show (documentation, defaults, aliases)
 * are one schema here: they have the same Avro parsing fingerprint. The <em>subject</em>, in the
 * words of the Confluent REST form, is the record's full name; its versions count from 1 in the
 * order of the ids.
 */
public final class SchemaCatalogue {

  private static final class Contract {
    static final SchemaCatalogue INSTANCE =
        load(SchemaCatalogue.class.getClassLoader(), "io/weirworks/contract/ids.csv");
  }

  private final SortedMap<Integer, SchemaVersion> byId = new TreeMap<>();
  private final Map<Long, SchemaVersion> byFingerprint = new HashMap<>();
  private final SortedMap<String, List<SchemaVersion>> bySubject = new TreeMap<>();

  private SchemaCatalogue(SortedMap<Integer, Schema> schemas) {
    schemas.forEach(this::add);
  }

  /** The released contract of Weirworks, as this jar carries it. */
  public static SchemaCatalogue contract() {
    return Contract.INSTANCE;
  }

  /**
   * A catalogue from a class path resource in the form of {@code ids.csv} ({@link IdsFile}).
   *
   * @throws IllegalArgumentException when a row is malformed, an id or a schema occurs twice, or a
   *     schema file does not say what its row says; the message names the row
   */
  public static SchemaCatalogue load(ClassLoader loader, String idsCsvResource) {
    return new SchemaCatalogue(IdsFile.read(loader, idsCsvResource));
  }

  /**
   * This catalogue together with another.
   *
   * @throws IllegalArgumentException when one id stands for two schemas, or one schema has two ids
   */
  public SchemaCatalogue and(SchemaCatalogue other) {
    SortedMap<Integer, Schema> both = new TreeMap<>();
    byId.forEach((id, version) -> both.put(id, version.schema()));
    other.byId.forEach(
        (id, version) -> {
          Schema mine = both.putIfAbsent(id, version.schema());
          if (mine != null && fingerprint(mine) != fingerprint(version.schema())) {
            throw new IllegalArgumentException(
                "schema id %d stands for %s in one catalogue and for another schema (%s) in the other"
                    .formatted(id, mine.getFullName(), version.subject()));
          }
        });
    return new SchemaCatalogue(both);
  }

  /**
   * The id that stands for this schema on the wire.
   *
   * @throws IllegalArgumentException when the schema has none: it was never released
   */
  public int idOf(Schema schema) {
    SchemaVersion version = byFingerprint.get(fingerprint(schema));
    if (version == null) {
      throw new IllegalArgumentException(
          "%s with fingerprint %016x has no schema id, so it cannot be written to Kafka; released versions of it: %s"
              .formatted(
                  schema.getFullName(),
                  fingerprint(schema),
                  versions(schema.getFullName()).stream().map(SchemaVersion::id).toList()));
    }
    return version.id();
  }

  /** The schema that this id stands for, if it is known here. */
  public Optional<Schema> schema(int id) {
    return Optional.ofNullable(byId.get(id)).map(SchemaVersion::schema);
  }

  /** What is known of this id: its subject and version beside the schema. */
  public Optional<SchemaVersion> version(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The full names of all records, sorted. */
  public SortedSet<String> subjects() {
    return new TreeSet<>(bySubject.keySet());
  }

  /** All versions of one record, oldest first; empty when the record is unknown. */
  public List<SchemaVersion> versions(String subject) {
    return List.copyOf(bySubject.getOrDefault(subject, List.of()));
  }

  /** All schemas in the order of their ids. */
  public List<SchemaVersion> all() {
    return List.copyOf(byId.values());
  }

  private void add(int id, Schema schema) {
    List<SchemaVersion> versions =
        bySubject.computeIfAbsent(schema.getFullName(), name -> new ArrayList<>());
    SchemaVersion version =
        new SchemaVersion(id, schema.getFullName(), versions.size() + 1, schema);
    SchemaVersion twin = byFingerprint.putIfAbsent(fingerprint(schema), version);
    if (twin != null) {
      throw new IllegalArgumentException(
          "the schema ids %d and %d stand for the same schema of %s; a schema has one id"
              .formatted(twin.id(), id, schema.getFullName()));
    }
    byId.put(id, version);
    versions.add(version);
  }

  private static long fingerprint(Schema schema) {
    return SchemaNormalization.parsingFingerprint64(schema);
  }
}

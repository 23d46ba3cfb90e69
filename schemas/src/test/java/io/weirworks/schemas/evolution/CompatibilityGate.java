package io.weirworks.schemas.evolution;

import static io.weirworks.schemas.evolution.ForbiddenChange.ID_CHANGED;
import static io.weirworks.schemas.evolution.ForbiddenChange.RECORD_REMOVED;
import static io.weirworks.schemas.evolution.ForbiddenChange.TYPE_CHANGED;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;

/**
 * Refuses what would break somebody: each current schema against all released ones of its record,
 * both ways (FULL_TRANSITIVE), and with rules of our own for what Avro lets pass: enums, logical
 * types, aliases, ids (DESIGN 2, "Evolution"; field-failures R44).
 */
final class CompatibilityGate {

  private static final SchemaValidator BOTH_WAYS_WITH_ALL =
      new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

  private CompatibilityGate() {}

  /** The forbidden changes from a released contract to the current one; empty when it may pass. */
  static List<Violation> check(Contract released, Contract current) {
    List<Violation> violations = new ArrayList<>();
    released
        .schemas()
        .forEach(
            (record, versions) -> {
              List<Schema> now = current.schemas().getOrDefault(record, List.of());
              if (now.isEmpty()) {
                violations.add(new Violation(RECORD_REMOVED, record, "is not in the IDL any more"));
              } else {
                violations.addAll(check(versions, now.getLast()));
              }
            });
    violations.addAll(checkIds(released.idRows(), current.idRows()));
    return violations;
  }

  /** The forbidden changes from any of the released schemas of a record to the current one. */
  static List<Violation> check(List<Schema> released, Schema current) {
    List<Violation> violations = new ArrayList<>();
    for (Schema version : released) {
      violations.addAll(check(version, current));
    }
    if (violations.isEmpty()) {
      violations.addAll(judgedByAvro(released, current));
    }
    return violations.stream().distinct().toList();
  }

  /** The forbidden changes from one released schema to the current one, by our own rules. */
  static List<Violation> check(Schema released, Schema current) {
    List<Violation> violations = new ArrayList<>(SchemaPair.compare(released, current));
    Object topic = released.getObjectProp("topic");
    if (!Objects.equals(topic, current.getObjectProp("topic"))) {
      violations.add(
          new Violation(
              RECORD_REMOVED,
              current.getFullName(),
              "moved from topic %s to %s".formatted(topic, current.getObjectProp("topic"))));
    }
    return violations;
  }

  private static List<Violation> judgedByAvro(List<Schema> released, Schema current) {
    try {
      BOTH_WAYS_WITH_ALL.validate(current, released.reversed());
      return List.of();
    } catch (SchemaValidationException e) {
      return List.of(
          new Violation(TYPE_CHANGED, current.getFullName(), Objects.toString(e.getMessage())));
    }
  }

  private static List<Violation> checkIds(
      SortedMap<Integer, String> released, SortedMap<Integer, String> current) {
    return released.entrySet().stream()
        .filter(row -> !row.getValue().equals(current.get(row.getKey())))
        .map(
            row ->
                new Violation(
                    ID_CHANGED,
                    "ids.csv",
                    "%s became %s".formatted(row.getValue(), current.get(row.getKey()))))
        .toList();
  }
}

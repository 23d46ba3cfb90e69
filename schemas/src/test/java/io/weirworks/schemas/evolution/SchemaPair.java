package io.weirworks.schemas.evolution;

import static io.weirworks.schemas.evolution.ForbiddenChange.ENUM_SYMBOLS_CHANGED;
import static io.weirworks.schemas.evolution.ForbiddenChange.ENUM_WITHOUT_UNKNOWN;
import static io.weirworks.schemas.evolution.ForbiddenChange.FIELD_ADDED_WITHOUT_DEFAULT;
import static io.weirworks.schemas.evolution.ForbiddenChange.FIELD_REMOVED_OR_RENAMED;
import static io.weirworks.schemas.evolution.ForbiddenChange.MEANING_CHANGED;
import static io.weirworks.schemas.evolution.ForbiddenChange.TYPE_CHANGED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;

/** Walks a released schema and the current one side by side and notes each forbidden change. */
final class SchemaPair {

  private static final String UNKNOWN = "UNKNOWN";

  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> walkedTypes = new HashSet<>();

  private SchemaPair() {}

  static List<Violation> compare(Schema released, Schema current) {
    SchemaPair pair = new SchemaPair();
    pair.walk(current.getFullName(), released, current);
    return List.copyOf(pair.violations);
  }

  private void walk(String where, Schema released, Schema current) {
    if (!typeOf(released).equals(typeOf(current))) {
      note(TYPE_CHANGED, where, typeOf(released) + " became " + typeOf(current));
      return;
    }
    Object meant = released.getProp("logicalType");
    Object means = current.getProp("logicalType");
    if (!Objects.equals(meant, means)) {
      note(MEANING_CHANGED, where, "logical type " + meant + " became " + means);
    }
    switch (current.getType()) {
      case RECORD, ENUM -> walkNamed(where, released, current);
      case ARRAY -> walk(where + "[]", released.getElementType(), current.getElementType());
      case MAP -> walk(where + "{}", released.getValueType(), current.getValueType());
      case UNION -> walkBranches(where, released, current);
      case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
  }

  /** Each named type once: it may occur in many places, itself included. */
  private void walkNamed(String where, Schema released, Schema current) {
    if (walkedTypes.add(current.getFullName())) {
      if (current.getType() == Schema.Type.ENUM) {
        compareSymbols(where, released, current);
      } else {
        walkFields(where, released, current);
      }
    }
  }

  private void walkFields(String where, Schema released, Schema current) {
    for (Schema.Field field : current.getFields()) {
      String path = where + "." + field.name();
      Schema.Field before = released.getField(field.name());
      if (before != null) {
        walk(path, before.schema(), field.schema());
        continue;
      }
      if (!field.hasDefaultValue()) {
        note(FIELD_ADDED_WITHOUT_DEFAULT, path, "a new field needs a default");
      }
      for (String alias : field.aliases()) {
        if (released.getField(alias) != null) {
          note(
              FIELD_REMOVED_OR_RENAMED,
              path,
              "was released as " + alias + "; old readers know no alias");
        }
      }
    }
    for (Schema.Field field : released.getFields()) {
      if (current.getField(field.name()) == null && !field.hasDefaultValue()) {
        String path = where + "." + field.name();
        note(FIELD_REMOVED_OR_RENAMED, path, "was released without a default, so it has to stay");
      }
    }
  }

  private void compareSymbols(String where, Schema released, Schema current) {
    List<String> before = released.getEnumSymbols();
    List<String> now = current.getEnumSymbols();
    if (now.size() < before.size() || !now.subList(0, before.size()).equals(before)) {
      note(
          ENUM_SYMBOLS_CHANGED,
          where,
          before + " became " + now + "; symbols are only added, at the end");
    }
    if (!UNKNOWN.equals(current.getEnumDefault())) {
      note(ENUM_WITHOUT_UNKNOWN, where, "the default is " + current.getEnumDefault());
    }
  }

  private void walkBranches(String where, Schema released, Schema current) {
    for (int i = 0; i < current.getTypes().size(); i++) {
      walk(where, released.getTypes().get(i), current.getTypes().get(i));
    }
  }

  /** What may not change: the type, the name of a named type, the branches of a union in order. */
  private static String typeOf(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> {
        Set<String> branches = new LinkedHashSet<>();
        schema.getTypes().forEach(branch -> branches.add(typeOf(branch)));
        yield "union " + branches;
      }
      case RECORD, ENUM, FIXED -> schema.getType().getName() + " " + schema.getFullName();
      case ARRAY, MAP, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL ->
          schema.getType().getName();
    };
  }

  private void note(ForbiddenChange change, String where, String what) {
    violations.add(new Violation(change, where, what));
  }
}

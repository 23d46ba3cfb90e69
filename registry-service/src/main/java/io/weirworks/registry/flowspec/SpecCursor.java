package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.registry.decision.RejectionCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One object of the document while it is read. Values are asked for by key and wrong ones are noted
 * as problems with their place; keys that nobody asked for are handed out at the end, so that they
 * are kept. Null is the same as absent.
 */
final class SpecCursor {
  private final String path;
  private final ReadingContext context;
  private final @Nullable SpecCursor around;
  private final SpecKeys keys;

  SpecCursor(ObjectNode object, String path, ReadingContext context, @Nullable SpecCursor around) {
    this.keys = new SpecKeys(object, path, context.problems());
    this.path = path;
    this.context = context;
    this.around = around;
  }

  ReadingContext context() {
    return context;
  }

  String path(String key) {
    return JsonPaths.child(path, key);
  }

  /**
   * A text; numbers and booleans count as the text that they are written as (YAML writers forget
   * quotes). Blank objects count as absent.
   */
  @Nullable String text(String... spellings) {
    Located value = value(spellings);
    if (value == null || (value.node().isContainerNode() && value.node().isEmpty())) {
      return null;
    }
    if (!value.node().isValueNode()) {
      problem(RejectionCode.WRONG_TYPE, value, "a text");
      return null;
    }
    String text = value.node().asText();
    return context.mayGrow(value.path(), text.length()) ? text : null;
  }

  @Nullable BigDecimal number(String key) {
    Located value = value(key);
    if (value == null) {
      return null;
    }
    BigDecimal number = Numbers.of(value.node());
    if (number == null) {
      problem(RejectionCode.WRONG_TYPE, value, "a number");
    }
    return number;
  }

  @Nullable Integer integer(String... spellings) {
    Located value = value(spellings);
    if (value == null) {
      return null;
    }
    Integer integer = Numbers.integer(value.node());
    if (integer == null) {
      problem(RejectionCode.WRONG_TYPE, value, "a whole number");
    }
    return integer;
  }

  @Nullable Boolean flag(String key) {
    Located value = value(key);
    if (value == null) {
      return null;
    }
    return switch (value.node().asText()) {
      case "true" -> true;
      case "false" -> false;
      default -> {
        problem(RejectionCode.WRONG_TYPE, value, "true or false");
        yield null;
      }
    };
  }

  <T extends Enum<T> & Term> @Nullable T term(String key, T[] terms) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    for (T term : terms) {
      if (term.isSpelled(text)) {
        return term;
      }
    }
    String allowed = String.join(", ", List.of(terms).stream().map(Term::text).toList());
    context.problems().add(RejectionCode.UNKNOWN_VALUE, path(key), text, "one of " + allowed);
    return null;
  }

  /** An object, or a reference to one of {@code section}. */
  <T> @Nullable T object(Section section, Function<SpecCursor, T> read, String... spellings) {
    Located value = value(spellings);
    SpecCursor cursor = value == null ? null : resolve(value, section);
    return cursor == null ? null : read.apply(cursor);
  }

  /** An object that cannot be referred to. */
  <T> @Nullable T object(Function<SpecCursor, T> read, String... spellings) {
    Located value = value(spellings);
    SpecCursor cursor = value == null ? null : open(value, "an object");
    return cursor == null ? null : read.apply(cursor);
  }

  /** A list of objects or of references to objects of {@code section}. */
  <T> List<T> list(Section section, Function<SpecCursor, T> read, String... spellings) {
    return items(spellings, item -> resolve(item, section), read);
  }

  /** A list of objects that cannot be referred to. */
  <T> List<T> list(Function<SpecCursor, T> read, String... spellings) {
    return items(spellings, item -> open(item, "an object"), read);
  }

  private <T> List<T> items(
      String[] spellings,
      Function<Located, @Nullable SpecCursor> open,
      Function<SpecCursor, T> read) {
    Located list = value(spellings);
    List<T> items = new ArrayList<>();
    if (list == null) {
      return items;
    }
    if (!list.node().isArray()) {
      problem(RejectionCode.WRONG_TYPE, list, "a list");
      return items;
    }
    for (int i = 0; i < list.node().size(); i++) {
      SpecCursor cursor =
          open.apply(new Located(list.node().get(i), JsonPaths.item(list.path(), i)));
      if (cursor != null) {
        items.add(read.apply(cursor));
      }
    }
    return items;
  }

  /** The id of a node, written plainly or as a reference. */
  @Nullable String nodeId(String key) {
    return named(key, Section.NODES, "id");
  }

  /** The name of an output, written plainly or as a reference to an artifact. */
  @Nullable String output(String key) {
    return named(key, Section.ARTIFACTS, "data");
  }

  private @Nullable String named(String key, Section section, String field) {
    Located value = value(key);
    if (value == null
        || !value.node().isTextual()
        || Reference.parse(value.node().asText()) == null) {
      return text(key);
    }
    // Only the name is wanted, so that two objects may well name one another.
    Located target = context.resolve(value, section);
    return target == null
        ? null
        : new SpecCursor((ObjectNode) target.node(), target.path(), context, null)
            .text(field, "str");
  }

  /** A map whose keys FlowSpec leaves free. */
  OtherKeys freeKeys(String key) {
    OtherKeys found = object(SpecCursor::otherKeys, key);
    return found == null ? OtherKeys.none() : found;
  }

  /** What nobody has asked for yet. */
  OtherKeys otherKeys() {
    return keys.rest();
  }

  private @Nullable Located value(String... spellings) {
    return keys.find(spellings);
  }

  private @Nullable SpecCursor resolve(Located value, Section section) {
    if (!value.node().isTextual()) {
      return open(value, section.noun());
    }
    Located target = context.resolve(value, section);
    if (target != null && isAround(target)) {
      String expected = "a reference to another object than " + target.path();
      problem(RejectionCode.CIRCULAR_REFERENCE, value, expected);
      return null;
    }
    return target == null ? null : open(target, section.noun());
  }

  private @Nullable SpecCursor open(Located value, String noun) {
    if (!(value.node() instanceof ObjectNode opened)) {
      problem(RejectionCode.WRONG_TYPE, value, noun);
      return null;
    }
    return context.mayGrow(value.path(), 1)
        ? new SpecCursor(opened, value.path(), context, this)
        : null;
  }

  private boolean isAround(Located target) {
    for (SpecCursor cursor = this; cursor != null; cursor = cursor.around) {
      if (cursor.path.equals(target.path())) {
        return true;
      }
    }
    return false;
  }

  private void problem(RejectionCode code, Located value, String expected) {
    context.problems().add(code, value.path(), value.shown(), expected);
  }
}

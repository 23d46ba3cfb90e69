package io.weirworks.registry.identity;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/**
 * Ids derived from names: name-based UUIDs (version 5) in a name space of our own. The name is
 * scoped by its kind and owner, and neither can contain the separator, so that different subjects
 * never share an id.
 */
public final class DerivedId {
  private static final UUID NAMESPACE = UUID.fromString("6f0c1b7e-3f0a-5c39-9a53-2f5a7b1d9e40");
  private static final String SEPARATOR = "/";

  private DerivedId() {}

  /** The id of a subject of {@code kind} that {@code name} makes unique. */
  public static UUID of(String kind, String name) {
    return Generators.nameBasedGenerator(NAMESPACE).generate(kind + SEPARATOR + name);
  }

  /** The id of a subject of {@code kind} that {@code name} makes unique inside {@code owner}. */
  public static UUID of(String kind, UUID owner, String name) {
    return of(kind, owner + SEPARATOR + name);
  }
}

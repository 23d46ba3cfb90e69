package io.weirworks.infra.database;

import java.util.regex.Pattern;

/** Names that need no quoting on any server and are safe inside a statement. */
final class SchemaName {

  private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  private SchemaName() {}

  static String require(String name) {
    if (!VALID.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "schema name '" + name + "': must be 1 to 64 of a-z, 0-9 and _, the first one a letter");
    }
    return name;
  }
}

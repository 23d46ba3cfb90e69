package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dialect;

/**
 * Names of columns that no alias names: {@code _c<position>} in Hive, the expression's text without
 * blanks elsewhere.
 */
final class AutoNames {
  private AutoNames() {}

  static String of(Dialect dialect, String expression, int position) {
    return switch (dialect) {
      case HIVE -> "_c" + position;
      case SPARK, ANSI -> expression.replaceAll("\\s+", "");
    };
  }
}

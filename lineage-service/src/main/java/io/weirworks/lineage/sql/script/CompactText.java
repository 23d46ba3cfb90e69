package io.weirworks.lineage.sql.script;

import java.util.stream.Collectors;

/** A stretch of SQL without blanks and comments, as engines spell names that nobody gave. */
public final class CompactText {
  private CompactText() {}

  public static String of(String sql) {
    return LexemeReader.readAll(sql).stream()
        .filter(lexeme -> !lexeme.isBlank())
        .map(lexeme -> lexeme.in(sql).replaceAll("\\s+", ""))
        .collect(Collectors.joining());
  }
}

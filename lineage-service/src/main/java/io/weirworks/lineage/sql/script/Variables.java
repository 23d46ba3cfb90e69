package io.weirworks.lineage.sql.script;

import io.weirworks.lineage.sql.script.Lexeme.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values in for {@code ${name}}, {@code ${hiveconf:name}}, {@code ${hivevar:name}}. What has
 * no value survives as {@code ${name}}: inside quotes untouched, as a value after a comparison as a
 * string, else as a back-quoted identifier with the word parts that it touches ({@code
 * log_${day}}).
 */
public final class Variables {
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?is)SET\\s+(?:(?:hiveconf|hivevar|system|env|metaconf):)?([\\w.\\-]+)\\s*=\\s*(.*)");
  private static final Set<String> BEFORE_VALUE =
      Set.of("=", "<", ">", "INTERVAL", "LIKE", "RLIKE");
  private static final int MAX_NESTING = 10;

  /**
   * Variables whose values name variables can grow without bound; what is beyond this stays as it
   * is.
   */
  private static final int MAX_FILLED_CHARACTERS = 1 << 22;

  private final Map<String, String> values = new HashMap<>();
  private int budget;

  public void define(String name, String value) {
    values.put(name, value);
  }

  /** Remembers the value if the statement is a {@code SET name=value}. */
  public void learn(String statement) {
    Matcher assignment = ASSIGNMENT.matcher(statement);
    if (assignment.matches()) {
      define(assignment.group(1), assignment.group(2).strip());
    }
  }

  /** The statement with values put in; positions in it lead back to the script. */
  public SourceText substitute(RawStatement statement) {
    String text = statement.text();
    SourceText.Builder result = new SourceText.Builder(statement);
    if (!text.contains("${")) {
      return result.append(text, 0, text.length()).build();
    }
    budget = MAX_FILLED_CHARACTERS;
    List<Lexeme> lexemes = LexemeReader.readAll(text);
    String before = "";
    for (int i = 0; i < lexemes.size(); ) {
      int end = runEnd(lexemes, i);
      Lexeme first = lexemes.get(i);
      int from = first.start();
      int to = lexemes.get(end - 1).end();
      String piece = text.substring(from, to);
      String value = first.kind() == Kind.COMMENT ? piece : filled(piece, MAX_NESTING);
      boolean unknown = first.kind() != Kind.QUOTED && !first.isBlank() && value.contains("${");
      result.append(unknown ? placeholder(value, before) : value, from, to);
      before = first.isBlank() ? before : piece.toUpperCase(Locale.ROOT);
      i = end;
    }
    return result.build();
  }

  /** Words and variables without blank between them make one name. */
  private static int runEnd(List<Lexeme> lexemes, int from) {
    int end = from;
    while (end < lexemes.size() && isNamePart(lexemes.get(end))) {
      end++;
    }
    return Math.max(end, from + 1);
  }

  private static boolean isNamePart(Lexeme lexeme) {
    return lexeme.kind() == Kind.WORD || lexeme.kind() == Kind.VARIABLE;
  }

  private static String placeholder(String value, String before) {
    return BEFORE_VALUE.contains(before) ? "'" + value + "'" : "`" + value + "`";
  }

  private String filled(String piece, int nesting) {
    budget -= piece.length();
    if (nesting == 0 || budget < 0 || !piece.contains("${")) {
      return piece;
    }
    StringBuilder filled = new StringBuilder();
    int done = 0;
    for (int open = piece.indexOf("${"); open >= 0; open = piece.indexOf("${", done)) {
      int close = piece.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String variable = piece.substring(open, close + 1);
      filled.append(piece, done, open);
      filled.append(value(variable).map(v -> filled(v, nesting - 1)).orElse(variable));
      done = close + 1;
    }
    return filled.append(piece, done, piece.length()).toString();
  }

  private Optional<String> value(String variable) {
    String name = variable.substring(2, variable.length() - 1).strip();
    Optional<String> exact = Optional.ofNullable(values.get(name));
    return exact.or(() -> Optional.ofNullable(values.get(name.substring(name.indexOf(':') + 1))));
  }
}

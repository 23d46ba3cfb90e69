package io.weirworks.lineage.sql.script;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a semicolon ends a statement or stands inside {@code BEGIN … END}. Only BEGIN and CASE
 * open what a bare END closes; the ENDs of IF, WHILE, FOR, LOOP and REPEAT name what they close and
 * never matter at the top level.
 */
final class BlockDepth {
  private static final Set<String> LOOPS = Set.of("IF", "WHILE", "FOR", "LOOP", "REPEAT");

  private boolean scripted;
  private int depth;
  private int pieces;
  private String previous = "";

  void reset() {
    scripted = false;
    depth = 0;
    pieces = 0;
    previous = "";
  }

  /** A piece of the statement that is neither blank nor an ending semicolon. */
  void take(String piece) {
    String word = piece.toUpperCase(Locale.ROOT);
    boolean opensBlock = word.equals("BEGIN") && (pieces == 0 || previous.equals(":") || scripted);
    if (opensBlock) {
      scripted = true;
      depth++;
    } else if (scripted) {
      nest(word);
    }
    previous = word;
    pieces++;
  }

  private void nest(String word) {
    boolean namesWhatEnds = previous.equals("END");
    if (word.equals("CASE") && !namesWhatEnds) {
      depth++;
    } else if (word.equals("END")) {
      depth--;
    } else if (namesWhatEnds && LOOPS.contains(word)) {
      depth++;
    }
  }

  /** {@code BEGIN;} starts a transaction elsewhere and is a statement of its own. */
  boolean endsStatement() {
    return depth <= 0 || pieces == 1;
  }
}

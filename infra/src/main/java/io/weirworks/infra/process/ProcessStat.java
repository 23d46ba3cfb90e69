package io.weirworks.infra.process;

import java.util.List;
import java.util.Optional;

/**
 * What we need of a line of {@code /proc/<pid>/stat} (proc(5)).
 *
 * @param state field 3, for example {@code S}, {@code T} stopped, {@code Z} zombie
 * @param startTicks field 22
 */
record ProcessStat(char state, long startTicks) {

  private static final int FIELDS_BEFORE_STATE = 2;
  private static final int START_FIELD = 22;

  /**
   * The program's name, field 2, stands in brackets and may hold blanks and brackets: only what
   * follows the last one counts.
   */
  static Optional<ProcessStat> parse(String line) {
    int nameEnd = line.lastIndexOf(')');
    List<String> fields = List.of(line.substring(nameEnd + 1).strip().split(" +"));
    if (nameEnd < 0 || fields.size() < START_FIELD - FIELDS_BEFORE_STATE) {
      return Optional.empty();
    }
    return Optional.of(
        new ProcessStat(
            fields.getFirst().charAt(0),
            Long.parseLong(fields.get(START_FIELD - FIELDS_BEFORE_STATE - 1))));
  }

  /** Ended processes that nobody has waited for keep their entry. */
  boolean running() {
    return state != 'Z' && state != 'X';
  }

  boolean stopped() {
    return state == 'T';
  }
}

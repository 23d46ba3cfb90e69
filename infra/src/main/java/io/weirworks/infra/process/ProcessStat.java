package io.weirworks.infra.process;

import java.util.List;
import java.util.Optional;

/**
 * What we need of a line of {@code /proc/<pid>/stat} (proc(5)).
 *
 * @param state field 3, for example {@code S}, {@code T} stopped, {@code Z} zombie
 * @param threads field 20
 * @param startTicks field 22
 */
record ProcessStat(char state, int threads, long startTicks) {

  private static final int STATE_FIELD = 3;
  private static final int THREADS_FIELD = 20;
  private static final int START_FIELD = 22;

  /**
   * Field 2, the program's name, may hold blanks and brackets: only what follows the last one
   * counts.
   */
  static Optional<ProcessStat> parse(String line) {
    int nameEnd = line.lastIndexOf(')');
    List<String> fields = List.of(line.substring(nameEnd + 1).strip().split(" +"));
    if (nameEnd < 0 || fields.size() <= START_FIELD - STATE_FIELD) {
      return Optional.empty();
    }
    return Optional.of(
        new ProcessStat(
            fields.getFirst().charAt(0),
            Integer.parseInt(fields.get(THREADS_FIELD - STATE_FIELD)),
            Long.parseLong(fields.get(START_FIELD - STATE_FIELD))));
  }

  /**
   * Ended processes that nobody has waited for keep their entry. One whose first thread has ended
   * looks the same while its others still hold its files, locks and ports: that one runs.
   */
  boolean running() {
    boolean ended = state == 'Z' || state == 'X';
    return !ended || threads > 1;
  }

  boolean stopped() {
    return state == 'T';
  }
}

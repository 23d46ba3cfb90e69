package io.weirworks.registry.decision;

import java.util.List;

/**
 * Why a command changed nothing: the content of a rejected reply (DESIGN 2, "Command rules").
 *
 * @param code code of the first problem
 * @param message every problem in one sentence each, one a line; at most {@value #MOST_TOLD} of
 *     them and {@value #LONGEST_MESSAGE} characters, then the number of the others
 * @param field where the first problem is
 * @param value the first problem's value, empty when something is missing
 */
public record Rejection(RejectionCode code, String message, String field, String value) {
  static final int MOST_TOLD = 50;

  /** What a service remembers of a refusal, so that a repeated command gets the same reply. */
  static final int LONGEST_MESSAGE = 4_000;

  private static final int LONGEST_ENDING = 40;

  /** The rejection that tells of all {@code problems}, of which there is at least one. */
  public static Rejection of(List<Problem> problems) {
    Problem first = problems.getFirst();
    return new Rejection(first.code(), message(problems), first.path(), first.value());
  }

  private static String message(List<Problem> problems) {
    StringBuilder message = new StringBuilder(problems.getFirst().sentence());
    int told = 1;
    while (told < Math.min(problems.size(), MOST_TOLD)) {
      String next = problems.get(told).sentence();
      if (message.length() + next.length() > LONGEST_MESSAGE - LONGEST_ENDING) {
        break;
      }
      message.append('\n').append(next);
      told++;
    }
    int untold = problems.size() - told;
    return untold == 0 ? message.toString() : message + "\nand " + untold + " more problems";
  }
}

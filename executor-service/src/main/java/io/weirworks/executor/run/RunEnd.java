package io.weirworks.executor.run;

import org.jspecify.annotations.Nullable;

/** How a run ended. Codes are those of the contract's closed list. */
public sealed interface RunEnd {

  /** Characters of a message that are kept: an engine may say a whole plan, its log has it. */
  int LONGEST_MESSAGE = 8_000;

  private static String cut(String message) {
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + " …";
  }

  record Succeeded() implements RunEnd {}

  record Failed(String code, String message) implements RunEnd {
    public Failed {
      message = cut(message);
    }
  }

  /** It was stopped because somebody asked. */
  record Cancelled(@Nullable String reason) implements RunEnd {}

  /** It is gone and nobody can say how it ended: never tried again by us (I2). */
  record Lost(String code, String message) implements RunEnd {
    public Lost {
      message = cut(message);
    }
  }

  /** It could not be accepted; {@code field} of the command is to blame, if one is. */
  record Refused(String code, String message, @Nullable String field) implements RunEnd {
    public Refused {
      message = cut(message);
    }
  }
}

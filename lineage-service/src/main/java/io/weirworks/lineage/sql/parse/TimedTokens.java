package io.weirworks.lineage.sql.parse;

import java.time.InstantSource;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.TokenSource;

/**
 * Tokens that can no longer be consumed once the time is over: prediction has no other place where
 * it could be stopped.
 */
final class TimedTokens extends CommonTokenStream {
  private static final int LOOK_AT_CLOCK_EVERY = 1024;

  private final InstantSource clock;
  private final long deadlineMillis;
  private int consumed;

  TimedTokens(TokenSource source, InstantSource clock, long deadlineMillis) {
    super(source);
    this.clock = clock;
    this.deadlineMillis = deadlineMillis;
  }

  @Override
  public void consume() {
    if (++consumed % LOOK_AT_CLOCK_EVERY == 0 && clock.millis() > deadlineMillis) {
      throw new TimeIsOver();
    }
    super.consume();
  }

  /** Not a parse error, so that no error strategy mistakes it for one. */
  static final class TimeIsOver extends RuntimeException {
    private static final long serialVersionUID = 1;

    TimeIsOver() {
      super("parsing took too long", null, false, false);
    }
  }
}

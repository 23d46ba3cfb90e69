package io.weirworks.messaging.shard;

import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.wire.TooLargeException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What becomes of one input that cannot be decided; it depends on where it came from. */
final class Blame {

  private static final Duration HOLD = Duration.ofSeconds(5);
  private static final String UNHANDLED = "Unhandled";

  private final Routes routes;

  Blame(Routes routes) {
    this.routes = routes;
  }

  /**
   * What is done with it instead, in the order in which it is tried. Empty for what is our own but
   * a name that is taken: its shard stops (DESIGN 3.3).
   */
  List<Input> instead(Input input, Exception error) {
    List<Input> ways = new ArrayList<>();
    if (input instanceof Input.OfRecord record) {
      boolean fromOutside = routes.isFromOutside(record.record());
      if (error instanceof SQLException sql && DatabaseErrors.of(sql) == DatabaseErrors.DUPLICATE) {
        ways.add(
            new Input.Refused(
                record,
                Rejection.of(Rejection.CONFLICT, "another command was first with the same name")));
      }
      if (fromOutside && error instanceof TooLargeException) {
        ways.add(
            new Input.Refused(
                record, Rejection.of(Rejection.TOO_LARGE, String.valueOf(error.getMessage()))));
      }
      if (fromOutside) {
        ways.add(new Input.Buried(record, UNHANDLED, error.toString(), true));
        ways.add(new Input.Buried(record, UNHANDLED, error.toString(), false));
      }
    }
    return ways;
  }

  /** The shard stops before it. */
  Hold hold(Input input, Exception error) {
    return new Hold(
        input.original(), error.toString(), Instant.now(), System.nanoTime() + HOLD.toNanos());
  }
}

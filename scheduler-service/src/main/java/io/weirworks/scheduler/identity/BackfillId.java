package io.weirworks.scheduler.identity;

import java.util.UUID;

/** A backfill. */
public record BackfillId(UUID value) {

  /**
   * The backfill that a StartBackfill command makes; {@code (source, id)} is the command's
   * idempotency key.
   */
  public static BackfillId of(String commandSource, String commandId) {
    return new BackfillId(DerivedId.of("backfill", commandSource, commandId));
  }
}

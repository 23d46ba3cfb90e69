package io.weirworks.scheduler.backfill;

/** Which business date comes first. */
public enum BackfillOrder {
  ASC,
  DESC
}

package io.weirworks.scheduler.backfill;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Consecutive business dates, both ends included. */
public record BizdateRange(LocalDate from, LocalDate to) {

  int size() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
  }

  boolean has(LocalDate bizdate) {
    return !bizdate.isBefore(from) && !bizdate.isAfter(to);
  }

  boolean overlaps(BizdateRange other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }
}

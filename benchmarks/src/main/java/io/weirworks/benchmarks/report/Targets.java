package io.weirworks.benchmarks.report;

/** What issue 2 asks of a machine with two cores; shown beside what was measured, never as it. */
final class Targets {

  static final double EVENTS_PER_SECOND = 12_000;
  static final double TIMES_SINGLE = 15;
  static final double TIMES_PLAIN = 0.12;
  static final double REPLY_P50_MS = 15;
  static final double REPLY_P99_MS = 60;

  private Targets() {}
}

package io.weirworks.benchmarks.measure;

import java.util.Collection;

/** Latencies of one workload in milliseconds, from the intended start of each request. */
public final class Latencies {

  private final long[] sorted;

  /**
   * @param nanos of each completed request
   */
  public Latencies(Collection<Long> nanos) {
    this.sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  public int count() {
    return sorted.length;
  }

  /** The smallest latency that at least this share (0 to 1) of the requests did not exceed. */
  public double percentile(double share) {
    if (sorted.length == 0) {
      throw new IllegalStateException("no request was completed");
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)] / 1e6;
  }

  public double highest() {
    return percentile(1);
  }
}

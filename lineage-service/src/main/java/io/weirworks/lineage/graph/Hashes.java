package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Writer;

/** 64-bit hashes that are the same in each process: FNV-1a over texts, mixed as SplitMix64 does. */
final class Hashes {

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hashes() {}

  static long of(String text) {
    long hash = BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return mixed(hash);
  }

  static long of(Writer writer) {
    return both(
        both(of(writer.job().namespace()), of(writer.job().name())), of(writer.knownBy().name()));
  }

  static long of(Confirmation by) {
    return both(both(of(by.runId()), by.statementIndex()), by.observedAt().toEpochMilli());
  }

  /** In this order: exchanging the two gives another hash. */
  static long both(long one, long other) {
    return mixed(mixed(one + PRIME) * 31 + other);
  }

  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}

package io.weirworks.lineage.graph;

import java.util.Arrays;

/** Sets of numbers as sorted arrays without repetition. */
final class SortedLongs {

  private SortedLongs() {}

  static long[] of(long[] unsorted) {
    long[] sorted = unsorted.clone();
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept);
  }

  /** Where the first number that is not less lies. */
  static int from(long[] sorted, long least) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

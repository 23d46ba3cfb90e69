package io.weirworks.benchmarks.report;

import io.weirworks.benchmarks.bank.Saturated;
import io.weirworks.benchmarks.bank.Saturated.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one run, condensed: medians and spread; ratios within one round only. */
final class Summary {

  private final List<Saturated> all;

  Summary(List<Saturated> all) {
    this.all = List.copyOf(all);
  }

  /** A median with the smallest and the largest of what it was taken from. */
  record Spread(double median, double least, double most) {
    static Spread of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int middle = sorted.length / 2;
      double median =
          sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
      return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
  }

  Spread of(Mode mode, ToDoubleFunction<Saturated> value) {
    return Spread.of(rounds(mode).mapToDouble(value).toArray());
  }

  /** How many times as fast as the other mode in the same round. */
  Spread ratio(Mode mode, Mode other) {
    return Spread.of(
        rounds(mode)
            .mapToDouble(
                one ->
                    one.perSecond()
                        / rounds(other)
                            .filter(beside -> beside.round() == one.round())
                            .findFirst()
                            .orElseThrow()
                            .perSecond())
            .toArray());
  }

  private java.util.stream.Stream<Saturated> rounds(Mode mode) {
    return all.stream().filter(one -> one.mode() == mode);
  }
}

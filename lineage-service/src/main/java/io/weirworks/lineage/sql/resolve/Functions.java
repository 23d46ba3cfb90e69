package io.weirworks.lineage.sql.resolve;

import java.util.Locale;
import java.util.Set;

/** What has to be known about functions by name: aggregates, conditions, and what hands rows on. */
final class Functions {
  private static final Set<String> AGGREGATES =
      Set.of(
          ("any any_value approx_count_distinct approx_percentile approx_top_k array_agg avg bit_and"
                  + " bit_or bit_xor bitmap_construct_agg bitmap_or_agg bool_and bool_or"
                  + " collect_list collect_set compute_stats context_ngrams corr count count_if"
                  + " count_min_sketch covar_pop covar_samp every first first_value"
                  + " histogram_numeric hll_sketch_agg hll_union_agg kurtosis last last_value"
                  + " listagg max max_by mean median min min_by mode ngrams percentile"
                  + " percentile_approx percentile_cont percentile_disc regr_avgx regr_avgy"
                  + " regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy"
                  + " skewness some std stddev stddev_pop stddev_samp string_agg sum sumempty"
                  + " try_avg try_sum var_pop var_samp variance")
              .split(" "));

  /** Functions whose first argument only chooses among the others. */
  private static final Set<String> CONDITIONS = Set.of("if", "iff", "nvl2");

  private Functions() {}

  static boolean isAggregate(String name) {
    return AGGREGATES.contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean isCondition(String name) {
    return CONDITIONS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Hive's partitioned table functions that hand their table on as it is. */
  static boolean passesThrough(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith("noop");
  }
}

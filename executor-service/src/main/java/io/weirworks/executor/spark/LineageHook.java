package io.weirworks.executor.spark;

import io.weirworks.executor.engine.RunPaths;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How openlineage-spark listens to the Spark jobs of this host: the counterpart of the vendor's
 * EMR-HOOK (dataworks-semantics 7.1, lineage.md 5). It writes into the run's own directory, so that
 * nothing on the network can hold a job up, and behind {@code LineageListener}, which bounds what
 * it costs (field-failures R54).
 *
 * @param jar of openlineage-spark; null: among Spark's own jars, if anywhere. A job whose class
 *     path lacks it runs as well, and says so
 */
public record LineageHook(@Nullable Path jar) {
  private static final String SWITCH = "spark.openlineage.disabled";
  private static final String TRANSPORT = "spark.openlineage.transport.";
  private static final String LISTENERS = "spark.extraListeners";
  private static final String THEIRS = "OpenLineageSparkListener";

  /** They call {@code /report/20260101} the dataset {@code /report}, which no statement names. */
  private static final List<String> DATE_TRIMMERS =
      Stream.of("DateTrimmer", "MultiDirDateTrimmer", "YearMonthTrimmer")
          .map("io.openlineage.client.dataset.partition.trimmer."::concat)
          .toList();

  /** The layer of settings that makes it listen; any other is stronger. */
  EffectiveConf.Layer layer(RunPaths paths) {
    var conf = new LinkedHashMap<String, String>();
    conf.put(LISTENERS, "io.weirworks.spark.LineageListener");
    conf.put("spark.weirworks.lineageAccount", paths.lineageAccount().toString());
    conf.put(TRANSPORT + "type", "file");
    conf.put(TRANSPORT + "location", paths.openLineage().toString());
    // What is in them is large or may be secret, and lineage needs none of it.
    for (var facet :
        List.of("spark_properties", "environment-properties", "debug", "spark.logicalPlan")) {
      conf.put("spark.openlineage.facets." + facet + ".disabled", "true");
    }
    conf.put("spark.openlineage.columnLineage.datasetLineageEnabled", "true");
    conf.put("spark.openlineage.dataset.disabledTrimmers", String.join(";", DATE_TRIMMERS));
    conf.put("spark.openlineage.circuitBreaker.type", "timeout");
    conf.put("spark.openlineage.circuitBreaker.timeoutInSeconds", "5");
    return new EffectiveConf.Layer("lineage", conf);
  }

  /**
   * Whether it is to listen to a job with these settings: not where the node switches OpenLineage
   * off, nor where the node listens itself and tells whom it wants.
   *
   * @param layers weakest first
   */
  static boolean isWanted(List<EffectiveConf.Layer> layers) {
    var off = false;
    for (var layer : layers) {
      var values = layer.values();
      off = Boolean.parseBoolean(values.getOrDefault(SWITCH, Boolean.toString(off)));
      if (values.getOrDefault(LISTENERS, "").contains(THEIRS) || speaksItself(values)) {
        return false;
      }
    }
    return !off;
  }

  private static boolean speaksItself(Map<String, String> values) {
    return values.keySet().stream().anyMatch(key -> key.startsWith(TRANSPORT));
  }
}

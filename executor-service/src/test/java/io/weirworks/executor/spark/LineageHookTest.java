package io.weirworks.executor.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.spark.EffectiveConf.Layer;
import io.weirworks.executor.spark.EffectiveConf.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineageHookTest {
  private static final RunPaths PATHS = new RunPaths(Path.of("/run"), Path.of("/run/tmp"));
  private static final String LISTENERS = "spark.extraListeners";
  private static final String OURS = "io.weirworks.spark.LineageListener";
  private static final String RUN = "01234567-89ab-7def-8123-456789abcdef";

  private static EffectiveConf conf(Optional<LineageHook> hook, Layer... layers) {
    var settings =
        new SparkSettings(
            Path.of("java"),
            new SparkHome(Path.of("/spark")),
            Path.of("/runtime"),
            URI.create("thrift://127.0.0.1:9083"),
            Path.of("/warehouse"),
            1,
            SparkSettings.JvmProfile.SHORT_JOBS,
            hook);
    return new SparkCommand(settings).conf(List.of(layers), PATHS);
  }

  private static EffectiveConf hooked(Layer... layers) {
    return conf(Optional.of(new LineageHook(null)), layers);
  }

  @Test
  void eventsGoToTheRunsOwnDirectoryAndNowhereElse() {
    assertThat(hooked().settings())
        .containsEntry("spark.openlineage.transport.type", new Setting("file", "lineage"))
        .containsEntry(
            "spark.openlineage.transport.location",
            new Setting("/run/openlineage.jsonl", "lineage"))
        .containsEntry(
            "spark.openlineage.facets.spark_properties.disabled", new Setting("true", "lineage"))
        .containsEntry("spark.openlineage.circuitBreaker.type", new Setting("timeout", "lineage"));
    assertThat(hooked().get(LISTENERS, "")).contains(OURS);
  }

  @Test
  void whatTheNodeSetIsStronger() {
    var key = "spark.openlineage.columnLineage.datasetLineageEnabled";
    assertThat(hooked(new Layer("node", Map.of(key, "false"))).settings())
        .containsEntry(key, new Setting("false", "node"));
  }

  @ParameterizedTest
  @CsvSource({
    "spark.openlineage.disabled, true",
    "spark.extraListeners, io.openlineage.spark.agent.OpenLineageSparkListener",
    "spark.openlineage.transport.type, http"
  })
  void aNodeThatSwitchesItOffOrTellsOthersItselfIsLeftAlone(String key, String value) {
    assertThat(hooked(new Layer("node", Map.of(key, value))).get(LISTENERS, ""))
        .doesNotContain(OURS);
  }

  @Test
  void aNodeSwitchesItOnAgainThatItsWorkspaceSwitchedOff() {
    var key = "spark.openlineage.disabled";
    var off = new Layer("workspace", Map.of(key, "true"));
    assertThat(hooked(off, new Layer("node", Map.of(key, "false"))).get(LISTENERS, ""))
        .contains(OURS);
  }

  @Test
  void anExecutorThatSwitchedItOffAddsNothing() {
    assertThat(conf(Optional.empty()).settings().keySet())
        .noneMatch(key -> key.startsWith("spark.openlineage"));
  }

  @Test
  void aRunIsTheApplicationsParentAndItsWorkflowInstanceTheRoot() {
    var job = new LineageJob("demo", "flights", "clean", RUN, RUN.replace('0', 'a'));
    assertThat(job.layer().values())
        .containsEntry("spark.openlineage.namespace", "demo")
        .containsEntry("spark.openlineage.parentJobNamespace", "demo")
        .containsEntry("spark.openlineage.parentJobName", "flights.clean")
        .containsEntry("spark.openlineage.parentRunId", RUN)
        .containsEntry("spark.openlineage.rootParentJobName", "flights")
        .containsEntry("spark.openlineage.rootParentRunId", RUN.replace('0', 'a'));
  }

  @Test
  void anIdThatIsNoUuidIsNotToldToOpenLineage() {
    assertThat(new LineageJob("demo", "flights", "clean", RUN, "wi-1").layer().values())
        .containsKey("spark.openlineage.parentRunId")
        .doesNotContainKey("spark.openlineage.rootParentRunId");
  }
}

package io.weirworks.executor.nodetype;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.spark.EffectiveConf;
import io.weirworks.executor.spark.EffectiveConf.Setting;
import io.weirworks.executor.spark.LineageHook;
import io.weirworks.executor.spark.SparkHome;
import io.weirworks.executor.spark.SparkSettings;
import io.weirworks.executor.spark.SparkSettings.JvmProfile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSubmissionsTest {
  private static final EngineTag TAG = new EngineTag(new UUID(1, 2), 1, 1);
  private static final RunPaths PATHS = new RunPaths(Path.of("/run"), Path.of("/run/tmp"));
  private static final Instant NOW = Instant.parse("2026-01-01T22:00:00Z");
  private static final SparkSettings SETTINGS =
      new SparkSettings(
          Path.of("/jdk/bin/java"),
          new SparkHome(Path.of("/spark")),
          Path.of("/runtime"),
          URI.create("thrift://127.0.0.1:9083"),
          Path.of("/warehouse"),
          2,
          JvmProfile.SHORT_JOBS,
          Optional.of(new LineageHook(Path.of("/hook.jar"))));

  private static NodeWork work(String type, String code) {
    return new NodeWork(type, code, List.of(), List.of(), Map.of(), Limits.DEFAULT);
  }

  private static Plan plan(NodeWork work) {
    return new LocalSubmissions(() -> SETTINGS).plan(work, TAG, PATHS, NOW);
  }

  private static Plan.Ready ready(NodeWork work) {
    return (Plan.Ready) plan(work);
  }

  @Test
  void aPythonNodeRunsUnbuffered() {
    var submission = ready(work("PYTHON", "print(1)")).submission();
    assertThat(submission.command()).containsExactly("python3", "-u", "script.py");
    assertThat(submission.files()).isEqualTo(Map.of("script.py", "print(1)"));
  }

  @Test
  void aCommonShellNodeGetsItsPositionalParameters() {
    var work =
        new NodeWork(
            "DIDE_SHELL",
            "echo \"$1\"",
            List.of("20260101", "a b"),
            List.of(),
            Map.of(),
            Limits.DEFAULT);
    var submission = ready(work).submission();
    assertThat(submission.command())
        .containsExactly("bash", "-eu", "-o", "pipefail", "script.sh", "20260101", "a b");
    assertThat(submission.files()).isEqualTo(Map.of("script.sh", "echo \"$1\""));
    assertThat(submission.tag()).isEqualTo(TAG);
  }

  @Test
  void anEmrShellNodeGetsNoParameters() {
    var submission = ready(work("EMR_SHELL", "echo 20260101")).submission();
    assertThat(submission.command()).containsExactly("bash", "-eu", "-o", "pipefail", "script.sh");
  }

  @Test
  void aCheckNodeLooksForItsFileUntilItsStopTimeWhateverItsNameHolds() {
    var code =
        """
        {"checkType":"FILE","condition":{"path":"file:///in/a%20$(b)"},"interval":10,
         "stopStrategy":{"type":"TIME","time":"06:25","timeZone":"Asia/Shanghai"}}
        """;
    assertThat(ready(work("CHECK_NODE", code)).submission().command())
        .containsExactly(
            "bash",
            "-eu",
            "check.sh",
            "/in/a $(b)",
            "600",
            "3",
            "The check found nothing until 06:25, its stop time.");
  }

  @Test
  void aSqlNodeRunsItsScriptBySparkSubmitOnLoopbackWithTheMetastore() {
    // when
    var plan = ready(work("EMR_SPARK_SQL", "SELECT 1"));
    // then
    var argv = plan.submission().command();
    assertThat(argv)
        .startsWith("/jdk/bin/java", "-cp", "/runtime:/spark/jars/*:/hook.jar", "-Xmx768m");
    assertThat(argv)
        .contains(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=/run/tmp",
            "--add-opens=java.base/java.nio=ALL-UNNAMED");
    assertThat(argv).endsWith("spark-internal", "script.sql", "/run");
    assertThat(argv)
        .containsSubsequence(
            "org.apache.spark.deploy.SparkSubmit",
            "--class",
            "io.weirworks.spark.SqlNodeMain",
            "--conf",
            "spark.master=local[2]");
    assertThat(plan.submission().environment()).containsEntry("SPARK_LOCAL_IP", "127.0.0.1");
    assertThat(plan.submission().files()).isEqualTo(Map.of("script.sql", "SELECT 1"));
    assertThat(plan.conf().settings())
        .containsEntry(
            "spark.hadoop.hive.metastore.uris", new Setting("thrift://127.0.0.1:9083", "platform"))
        .containsEntry("spark.sql.warehouse.dir", new Setting("file:///warehouse", "platform"))
        .containsEntry("spark.driver.bindAddress", new Setting("127.0.0.1", "platform"))
        .containsEntry("spark.ui.enabled", new Setting("false", "platform"))
        .containsEntry("spark.app.name", new Setting(TAG.toString(), "default"));
  }

  @Test
  void aSparkNodesCommandLineBecomesArgumentsAndEachSettingSaysWhereItCameFrom() {
    // given
    var code =
        """
        ##@resource_reference{"app.jar"}
        spark-submit --master yarn --deploy-mode cluster --class a.B \\
          --driver-memory 1g --conf spark.x=code app.jar '2026-01-01; rm -rf /'
        """;
    var node = new EffectiveConf.Layer("node", Map.of("spark.x", "node", "spark.y", "node"));
    var work =
        new NodeWork(
            "EMR_SPARK",
            code,
            List.of(),
            List.of(node),
            Map.of("app.jar", Path.of("/store/1")),
            Limits.DEFAULT);
    // when
    var plan = ready(work);
    // then
    assertThat(plan.submission().command())
        .contains("-Xmx1024m")
        .endsWith("app.jar", "2026-01-01; rm -rf /");
    assertThat(plan.submission().resources()).isEqualTo(Map.of("app.jar", Path.of("/store/1")));
    assertThat(plan.conf().settings())
        .containsEntry("spark.master", new Setting("local[2]", "platform"))
        .containsEntry("spark.submit.deployMode", new Setting("client", "platform"))
        .containsEntry("spark.x", new Setting("code", "code"))
        .containsEntry("spark.y", new Setting("node", "node"))
        .containsEntry("spark.driver.memory", new Setting("1g", "code"));
  }

  @Test
  void theNodesOwnListenerIsKeptBesideOurs() {
    var node = new EffectiveConf.Layer("node", Map.of("spark.extraListeners", "a.B"));
    var work =
        new NodeWork(
            "EMR_SPARK_SQL", "SELECT 1", List.of(), List.of(node), Map.of(), Limits.DEFAULT);
    assertThat(ready(work).conf().settings())
        .containsEntry(
            "spark.extraListeners",
            new Setting(
                "io.weirworks.spark.LineageListener,a.B,io.weirworks.spark.ProgressListener",
                "lineage,node,platform"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EMR_FLINK     | x                                                    | UNSUPPORTED_NODE_TYPE | node type 'EMR_FLINK' does not run here",
        "VIRTUAL       | x                                                    | UNSUPPORTED_NODE_TYPE | node type 'VIRTUAL'",
        "DIDE_SHELL    | ' '                                                  | EMPTY_CODE            | empty",
        "EMR_SHELL     | '##@resource_reference{\"y.jar\"}'                   | UNKNOWN_RESOURCE      | resource 'y.jar', which does not exist; there are [x.jar]",
        "EMR_SPARK     | hadoop jar x.jar                                     | INVALID_COMMAND_LINE  | must begin with spark-submit",
        "EMR_SPARK     | spark-submit --driver-memory 100m x.jar              | INVALID_SPARK_SETTING | spark.driver.memory=100m must be",
        "EMR_SPARK     | spark-submit --conf spark.driver.memory=much x.jar   | INVALID_SPARK_SETTING | spark.driver.memory=much must be"
      })
  void codeThatCannotRunIsRefusedBeforeAnythingStarts(
      String type, String code, RefusalCode refusal, String message) {
    var work =
        new NodeWork(
            type, code, List.of(), List.of(), Map.of("x.jar", Path.of("/store/x")), Limits.DEFAULT);
    assertThat(plan(work))
        .isInstanceOfSatisfying(
            Plan.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(refusal);
              assertThat(refused.message()).contains(message);
            });
  }
}

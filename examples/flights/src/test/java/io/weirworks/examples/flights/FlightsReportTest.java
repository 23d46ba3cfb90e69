package io.weirworks.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.spark.DriverMemory;
import io.weirworks.executor.spark.EffectiveConf;
import io.weirworks.executor.spark.SparkCommand;
import io.weirworks.executor.spark.SparkInstallation;
import io.weirworks.executor.spark.SparkJob;
import io.weirworks.executor.spark.SparkRuntime;
import io.weirworks.executor.spark.SparkSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The nodes of three business dates on one real Spark, one after the other, and their shell nodes;
 * the report is held against the same figures computed from the raw files without Spark.
 */
@Tag("spark")
class FlightsReportTest {

  private static final List<LocalDate> BIZDATES =
      List.of(LocalDate.of(2001, 1, 1), LocalDate.of(2001, 1, 2), LocalDate.of(2001, 1, 3));
  private static final List<String> SQL_NODES =
      List.of("load_raw", "clean", "route_delays", "airport_report");
  private static final long MINUTES = 5;

  @TempDir static Path directory;

  @BeforeAll
  static void backfill() throws Exception {
    FlightsWorkflow workflow = FlightsWorkflow.deployed();
    Map<String, String> places =
        Map.of(
            "data_dir", Path.of("data").toAbsolutePath().toString(),
            "out_dir", Files.createDirectory(directory.resolve("reports")).toString());
    List<String> scripts = new ArrayList<>();
    for (LocalDate bizdate : BIZDATES) {
      SQL_NODES.forEach(node -> scripts.add(workflow.code(node, bizdate, places)));
    }
    Path script = directory.resolve("backfill.sql");
    Files.writeString(script, String.join("\n", scripts));
    run("spark", spark(script));
    for (LocalDate bizdate : BIZDATES) {
      String code = workflow.code("report_csv", bizdate, places);
      run("csv", List.of("bash", "-c", code));
    }
  }

  /** A session catalogue in memory will do: one Spark runs all. */
  private static List<String> spark(Path script) throws Exception {
    RunPaths paths = new RunPaths(directory, Files.createDirectory(directory.resolve("temporary")));
    SparkSettings settings =
        new SparkSettings(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            new SparkInstallation(
                    System.getProperty("spark.version"), System.getProperty("spark.scala.version"))
                .resolveInto(Path.of("target", "spark"), (done, total, bytes) -> {}),
            SparkRuntime.placeInto(directory),
            URI.create("thrift://127.0.0.1:1"),
            directory.resolve("warehouse"),
            2,
            SparkSettings.JvmProfile.SHORT_JOBS);
    Map<String, String> conf = new LinkedHashMap<>();
    conf.put("spark.master", "local[2]");
    conf.put("spark.ui.enabled", "false");
    conf.put("spark.driver.host", "127.0.0.1");
    conf.put("spark.driver.bindAddress", "127.0.0.1");
    conf.put("spark.local.dir", paths.temporary().toString());
    conf.put("spark.sql.catalogImplementation", "in-memory");
    conf.put("spark.sql.warehouse.dir", settings.warehouse().toUri().toString());
    conf.put("spark.sql.session.timeZone", "UTC");
    conf.put("spark.sql.shuffle.partitions", "4");
    return new SparkCommand(settings)
        .argv(
            EffectiveConf.of(List.of(new EffectiveConf.Layer("test", conf))),
            DriverMemory.of("768m").orElseThrow(),
            paths,
            SparkJob.sql(script.toString(), paths));
  }

  private static void run(String name, List<String> command) throws Exception {
    Path log = directory.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(SparkCommand.environment());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(() -> name + ": " + tail(log)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.stream().skip(Math.max(0, lines.size() - 40)).collect(Collectors.joining("\n"));
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }

  private static Path csv(LocalDate bizdate) {
    String day = bizdate.toString().replace("-", "");
    return directory.resolve("reports").resolve("airport_report_" + day + ".csv");
  }

  @Test
  void reportOfEachDayHasTheFiguresOfTheRawFiles() throws Exception {
    for (LocalDate bizdate : BIZDATES) {
      List<List<String>> expected = Report.compute(bizdate);
      assertThat(expected).hasSizeGreaterThan(40);
      assertThat(Report.csv(csv(bizdate))).as("%s", bizdate).isEqualTo(expected);
    }
  }

  @Test
  void reportBeginsWithItsHeader() throws Exception {
    assertThat(Files.readAllLines(csv(BIZDATES.getFirst())).getFirst())
        .isEqualTo("airport,name,city,state,routes,flights,late_flights,avg_delay,worst_delay");
  }
}

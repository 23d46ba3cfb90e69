package io.weirworks.executor.nodetype;

import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.engine.Submission;
import io.weirworks.executor.spark.DriverMemory;
import io.weirworks.executor.spark.EffectiveConf;
import io.weirworks.executor.spark.SparkCommand;
import io.weirworks.executor.spark.SparkJob;
import io.weirworks.executor.spark.SparkSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How each node type runs on the {@code local} computing resource (engines.md 10, embedded
 * default).
 */
public final class LocalSubmissions {
  private static final String SHELL_SCRIPT = "script.sh";
  private static final String PYTHON_SCRIPT = "script.py";
  private static final String SQL_SCRIPT = "script.sql";
  private static final String MEMORY = "spark.driver.memory";

  private final Supplier<SparkSettings> settings;

  /**
   * @param settings asked only for a node that needs Spark, and may block until Spark is there
   */
  public LocalSubmissions(Supplier<SparkSettings> settings) {
    this.settings = settings;
  }

  /**
   * Why this node could never run here, as far as its code alone tells; empty: it may be planned.
   */
  public static Optional<Plan.Refused> refusal(NodeWork work) {
    var type = NodeType.named(work.type());
    if (type.isEmpty()) {
      var known = Arrays.toString(NodeType.values());
      return refused(
          RefusalCode.UNSUPPORTED_NODE_TYPE,
          "node type '%s' does not run here; %s do".formatted(work.type(), known));
    }
    if (work.code().isBlank()) {
      return refused(RefusalCode.EMPTY_CODE, "the code of the node is empty");
    }
    try {
      ResourceHeader.resources(work);
      if (type.get() == NodeType.EMR_SPARK) {
        SparkSubmitLine.parse(CommandLine.split(work.code()));
      }
      if (type.get() == NodeType.CHECK_NODE) {
        FileCheck.parse(work.code());
      }
      return Optional.empty();
    } catch (CodeRefused e) {
      return Optional.of(e.plan());
    }
  }

  private static Optional<Plan.Refused> refused(RefusalCode code, String message) {
    return Optional.of(new Plan.Refused(code, message));
  }

  /**
   * What the engine is to run for this node, or why it cannot.
   *
   * @param paths where the run of the tag keeps its files
   * @param now from which a check node's times count
   */
  public Plan plan(NodeWork work, EngineTag tag, RunPaths paths, Instant now) {
    var refusal = refusal(work);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    try {
      return switch (NodeType.valueOf(work.type())) {
        case DIDE_SHELL -> shell(work, tag, work.arguments());
        case EMR_SHELL -> shell(work, tag, List.of());
        case PYTHON -> python(work, tag);
        case EMR_SPARK_SQL -> sparkSql(work, tag, paths);
        case EMR_SPARK -> sparkSubmit(work, tag, paths);
        case CHECK_NODE -> check(work, tag, now);
      };
    } catch (CodeRefused e) {
      return e.plan();
    }
  }

  /** An unset variable, a failing command and a failing part of a pipe all fail the node. */
  private static Plan shell(NodeWork work, EngineTag tag, List<String> arguments)
      throws CodeRefused {
    var command =
        Stream.concat(Stream.of("bash", "-eu", "-o", "pipefail", SHELL_SCRIPT), arguments.stream())
            .toList();
    return script(work, tag, command, SHELL_SCRIPT);
  }

  /** Unbuffered, so that the log follows the run. */
  private static Plan python(NodeWork work, EngineTag tag) throws CodeRefused {
    return script(work, tag, List.of("python3", "-u", PYTHON_SCRIPT), PYTHON_SCRIPT);
  }

  private static Plan check(NodeWork work, EngineTag tag, Instant now) throws CodeRefused {
    var check = FileCheck.parse(work.code());
    var files = Map.of(FileCheck.SCRIPT, FileCheck.SCRIPT_TEXT);
    var submission =
        new Submission(tag, check.command(now), Map.of(), files, Map.of(), work.limits());
    return new Plan.Ready(submission, EffectiveConf.of(List.of()));
  }

  private static Plan script(NodeWork work, EngineTag tag, List<String> command, String file)
      throws CodeRefused {
    var files = Map.of(file, work.code());
    var submission =
        new Submission(
            tag, command, Map.of(), files, ResourceHeader.resources(work), work.limits());
    return new Plan.Ready(submission, EffectiveConf.of(List.of()));
  }

  private Plan sparkSql(NodeWork work, EngineTag tag, RunPaths paths) throws CodeRefused {
    return spark(
        work,
        tag,
        paths,
        Map.of(SQL_SCRIPT, work.code()),
        Map.of(),
        SparkJob.sql(SQL_SCRIPT, paths));
  }

  /**
   * The command line's own settings are stronger than the node's; master and deploy mode are this
   * host's.
   */
  private Plan sparkSubmit(NodeWork work, EngineTag tag, RunPaths paths) throws CodeRefused {
    var line = SparkSubmitLine.parse(CommandLine.split(work.code()));
    var job = new SparkJob(line.options(), line.resource(), line.arguments());
    return spark(work, tag, paths, Map.of(), line.conf(), job);
  }

  private Plan spark(
      NodeWork work,
      EngineTag tag,
      RunPaths paths,
      Map<String, String> files,
      Map<String, String> inCode,
      SparkJob job)
      throws CodeRefused {
    var spark = new SparkCommand(settings.get());
    var layers = new ArrayList<EffectiveConf.Layer>();
    layers.add(new EffectiveConf.Layer("default", Map.of("spark.app.name", tag.toString())));
    layers.addAll(work.sparkConf());
    layers.add(new EffectiveConf.Layer("code", new TreeMap<>(inCode)));
    var conf = spark.conf(layers, paths);
    var memory = DriverMemory.of(conf.get(MEMORY, ""));
    if (memory.isEmpty()) {
      throw new CodeRefused(
          RefusalCode.INVALID_SPARK_SETTING,
          "%s=%s must be a number with k, m, g or t of at least 450m, e.g. 768m"
              .formatted(MEMORY, conf.get(MEMORY, "")));
    }
    var argv = spark.argv(conf, memory.get(), paths, job);
    var submission =
        new Submission(
            tag,
            argv,
            SparkCommand.environment(),
            files,
            ResourceHeader.resources(work),
            work.limits());
    return new Plan.Ready(submission, conf);
  }
}

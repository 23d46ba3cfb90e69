package io.weirworks.executor.spark;

import io.weirworks.executor.engine.RunPaths;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The argv that starts a Spark job on this host without Spark's scripts (engines.md 1.2).
 * SparkSubmit is called directly, so what its launcher would have done with heap, class path and
 * JVM options of the driver is done here. Everything listens on loopback.
 */
public final class SparkCommand {
  /** What the embedded default insists on, whatever a node says. */
  private static final String PLATFORM = "platform";

  private static final Map<String, String> DEFAULTS =
      Map.of("spark.driver.memory", "768m", "spark.sql.session.timeZone", "UTC");

  private static final List<String> OPENED =
      List.of(
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.io",
          "java.base/java.net",
          "java.base/java.nio",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.base/java.util.concurrent.atomic",
          "java.base/jdk.internal.ref",
          "java.base/sun.nio.ch",
          "java.base/sun.nio.cs",
          "java.base/sun.security.action",
          "java.base/sun.util.calendar",
          "java.security.jgss/sun.security.krb5");

  private final SparkSettings settings;

  public SparkCommand(SparkSettings settings) {
    this.settings = settings;
  }

  /** The environment that keeps Spark on loopback. */
  public static Map<String, String> environment() {
    return Map.of("SPARK_LOCAL_IP", "127.0.0.1");
  }

  /**
   * The configuration of a job of this host.
   *
   * @param layers what others want, weakest first
   * @param paths where the run keeps its files
   */
  public EffectiveConf conf(List<EffectiveConf.Layer> layers, RunPaths paths) {
    var all = new ArrayList<EffectiveConf.Layer>();
    all.add(new EffectiveConf.Layer("default", DEFAULTS));
    if (LineageHook.isWanted(layers)) {
      settings.lineage().ifPresent(hook -> all.add(hook.layer(paths)));
    }
    all.addAll(layers);
    all.add(new EffectiveConf.Layer(PLATFORM, platformConf(paths)));
    return EffectiveConf.of(all);
  }

  private Map<String, String> platformConf(RunPaths paths) {
    var conf = new LinkedHashMap<String, String>();
    conf.put("spark.master", "local[" + settings.cores() + "]");
    conf.put("spark.submit.deployMode", "client");
    conf.put("spark.ui.enabled", "false");
    conf.put("spark.driver.host", "127.0.0.1");
    conf.put("spark.driver.bindAddress", "127.0.0.1");
    conf.put("spark.local.dir", paths.temporary().toString());
    conf.put("spark.sql.catalogImplementation", "hive");
    // Hadoop reads it as a path, not as a URI: a blank in it must not be escaped.
    conf.put("spark.sql.warehouse.dir", "file://" + settings.warehouse().toAbsolutePath());
    conf.put("spark.hadoop.hive.metastore.uris", settings.metastore().toString());
    conf.put("spark.extraListeners", "io.weirworks.spark.ProgressListener");
    conf.put("spark.weirworks.progressFile", paths.progress().toString());
    return conf;
  }

  /** The whole argv for a job with this configuration. */
  public List<String> argv(EffectiveConf conf, DriverMemory memory, RunPaths paths, SparkJob job) {
    var argv = new ArrayList<String>();
    argv.add(settings.java().toString());
    argv.addAll(List.of("-cp", classPath(conf)));
    argv.add("-Xmx" + memory.mebibytes() + "m");
    argv.addAll(jvmFlags());
    argv.add("-Djava.io.tmpdir=" + paths.temporary());
    Stream.of(conf.get("spark.driver.extraJavaOptions", "").split("\\s+"))
        .filter(o -> !o.isEmpty())
        .forEach(argv::add);
    argv.add("org.apache.spark.deploy.SparkSubmit");
    argv.addAll(job.options());
    conf.settings()
        .forEach((key, setting) -> argv.addAll(List.of("--conf", key + "=" + setting.value())));
    argv.add(job.resource());
    argv.addAll(job.arguments());
    return argv;
  }

  private String classPath(EffectiveConf conf) {
    var users = conf.get("spark.driver.extraClassPath", "");
    var ours = new ArrayList<String>();
    ours.add(settings.runtime().toString());
    ours.add(settings.home().jars().resolve("*").toString());
    settings.lineage().map(LineageHook::jar).ifPresent(jar -> ours.add(jar.toString()));
    if (!users.isEmpty()) {
      ours.addFirst(users);
    }
    return String.join(File.pathSeparator, ours);
  }

  /** The flags by which the same command works on 17 and on 25. */
  private List<String> jvmFlags() {
    var flags =
        new ArrayList<>(
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "--add-modules=jdk.incubator.vector"));
    OPENED.forEach(name -> flags.add("--add-opens=" + name + "=ALL-UNNAMED"));
    flags.addAll(
        List.of(
            "-Dio.netty.tryReflectionSetAccessible=true",
            "-Dio.netty.allocator.type=pooled",
            "-Dio.netty.handler.ssl.defaultEndpointVerificationAlgorithm=NONE",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-Dderby.connection.requireAuthentication=false"));
    flags.addAll(settings.profile().flags());
    return flags;
  }
}

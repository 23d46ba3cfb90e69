package io.weirworks.executor.nodetype;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A spark-submit command line, taken apart as Spark's own option parser does.
 *
 * @param conf what {@code --conf} and the options that are short for a setting say, by Spark key
 * @param options all other options with their values, as written, e.g. {@code --class X}
 * @param resource the jar or script to run
 * @param arguments of the user's program
 */
record SparkSubmitLine(
    Map<String, String> conf, List<String> options, String resource, List<String> arguments) {
  /** Options that are another name for a setting. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("--master", "spark.master"),
          Map.entry("--deploy-mode", "spark.submit.deployMode"),
          Map.entry("--name", "spark.app.name"),
          Map.entry("--driver-memory", "spark.driver.memory"),
          Map.entry("--driver-cores", "spark.driver.cores"),
          Map.entry("--driver-class-path", "spark.driver.extraClassPath"),
          Map.entry("--driver-java-options", "spark.driver.extraJavaOptions"),
          Map.entry("--driver-library-path", "spark.driver.extraLibraryPath"),
          Map.entry("--executor-memory", "spark.executor.memory"),
          Map.entry("--executor-cores", "spark.executor.cores"),
          Map.entry("--num-executors", "spark.executor.instances"),
          Map.entry("--total-executor-cores", "spark.cores.max"),
          Map.entry("--queue", "spark.yarn.queue"));

  private static final Set<String> OTHERS =
      Set.of(
          "--class",
          "--jars",
          "--files",
          "--py-files",
          "--archives",
          "--packages",
          "--exclude-packages",
          "--repositories",
          "--properties-file",
          "--principal",
          "--keytab",
          "--proxy-user");

  private static final Set<String> SWITCHES = Set.of("--verbose", "-v", "--supervise");

  /** Reads the arguments of one command line, {@code spark-submit} itself included. */
  static SparkSubmitLine parse(List<String> words) throws CodeRefused {
    if (words.isEmpty()) {
      throw new CodeRefused(RefusalCode.EMPTY_CODE, "the code holds no spark-submit command line");
    }
    var program = words.getFirst();
    if (!program.equals("spark-submit") && !program.endsWith("/spark-submit")) {
      throw new CodeRefused(
          RefusalCode.INVALID_COMMAND_LINE,
          "the command line must begin with spark-submit, not with '" + program + "'");
    }
    return new Reader(words).read();
  }

  private static final class Reader {
    private final List<String> words;
    private final Map<String, String> conf = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();
    private int at = 1;

    Reader(List<String> words) {
      this.words = words;
    }

    SparkSubmitLine read() throws CodeRefused {
      while (at < words.size() && words.get(at).startsWith("-")) {
        option(words.get(at++));
      }
      if (at == words.size()) {
        throw new CodeRefused(
            RefusalCode.MISSING_MAIN_RESOURCE,
            "the command line names no jar or script to run after its options");
      }
      return new SparkSubmitLine(conf, options, words.get(at), words.subList(at + 1, words.size()));
    }

    /** {@code --name value}, {@code --name=value} or a switch. */
    private void option(String word) throws CodeRefused {
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      var name = equals < 0 ? word : word.substring(0, equals);
      if (SWITCHES.contains(name)) {
        options.add(name);
        return;
      }
      if (!name.equals("--conf")
          && !name.equals("-c")
          && !SETTINGS.containsKey(name)
          && !OTHERS.contains(name)) {
        throw new CodeRefused(
            RefusalCode.UNKNOWN_SPARK_OPTION,
            "spark-submit has no option '" + name + "' for running a job");
      }
      set(name, equals < 0 ? value(name) : word.substring(equals + 1));
    }

    private String value(String name) throws CodeRefused {
      if (at == words.size()) {
        throw new CodeRefused(
            RefusalCode.INVALID_COMMAND_LINE, "option '" + name + "' needs a value");
      }
      return words.get(at++);
    }

    private void set(String name, String value) throws CodeRefused {
      var setting = SETTINGS.get(name);
      if (setting != null) {
        conf.put(setting, value);
      } else if (OTHERS.contains(name)) {
        options.addAll(List.of(name, value));
      } else {
        int equals = value.indexOf('=');
        if (equals < 1) {
          throw new CodeRefused(
              RefusalCode.INVALID_COMMAND_LINE, "'--conf " + value + "' must be --conf key=value");
        }
        conf.put(value.substring(0, equals), value.substring(equals + 1));
      }
    }
  }
}

package io.weirworks.executor.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an engine is asked to run once. It runs in a private working directory that holds {@code
 * files} and {@code resources} under their names, so that {@code command} can name them relatively.
 *
 * @param tag under which it is found again
 * @param command program and arguments, handed over as they are: no shell looks at them
 * @param environment what the child gets beside the engine's own minimal environment; never
 *     inherited from the executor, never written down
 * @param files name to text, e.g. {@code script.sh}
 * @param resources name to an existing file of this host
 * @param limits what it may use
 */
public record Submission(
    EngineTag tag,
    List<String> command,
    Map<String, String> environment,
    Map<String, String> files,
    Map<String, Path> resources,
    Limits limits) {
  public Submission {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    files = Map.copyOf(files);
    resources = Map.copyOf(resources);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("submission " + tag + " has no command");
    }
    files.keySet().forEach(Submission::requirePlainName);
    resources.keySet().forEach(Submission::requirePlainName);
  }

  /** The same with these variables too; its own are stronger. */
  public Submission withEnvironment(Map<String, String> weaker) {
    var all = new HashMap<>(weaker);
    all.putAll(environment);
    return new Submission(tag, command, all, files, resources, limits);
  }

  private static void requirePlainName(String name) {
    if (name.isBlank()
        || name.contains("/")
        || name.equals(".")
        || name.equals("..")
        || name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "file name '" + name + "' must be a plain name without '/'");
    }
  }
}

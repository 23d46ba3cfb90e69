package io.weirworks.standalone.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The docker-compose.yml of the source tree, as compose reads it with an {@code .env} that says of
 * each required variable {@code given:<name>} and nothing of the others.
 *
 * @param services by name
 * @param volumes named ones that it declares
 */
record ComposeFile(Map<String, Part> services, Set<String> volumes) {

  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{(?<name>\\w+)(?::(?<kind>[?-])(?<word>[^}]*))?}");

  /**
   * One service of the file.
   *
   * @param settings everything that the file says of it
   */
  record Part(String name, Map<String, Object> settings) {

    String text(String key) {
      return interpolated(String.valueOf(settings.getOrDefault(key, "")));
    }

    List<String> list(String key) {
      return settings.get(key) instanceof List<?> items
          ? items.stream().map(item -> interpolated(item.toString())).toList()
          : List.of();
    }

    Map<String, Object> map(String key) {
      return entries(settings.get(key));
    }

    Map<String, String> environment() {
      Map<String, String> variables = new TreeMap<>();
      map("environment").forEach((name, value) -> variables.put(name, interpolated("" + value)));
      return variables;
    }
  }

  /** The repository's own. */
  static ComposeFile ofSourceTree() {
    Map<String, Object> file = read(root().resolve("docker-compose.yml"));
    Map<String, Part> services = new TreeMap<>();
    entries(file.get("services"))
        .forEach((name, settings) -> services.put(name, new Part(name, entries(settings))));
    return new ComposeFile(services, entries(file.get("volumes")).keySet());
  }

  Part service(String name) {
    Part part = services.get(name);
    if (part == null) {
      throw new IllegalArgumentException("docker-compose.yml has no service " + name);
    }
    return part;
  }

  /** The variables that compose refuses to start without. */
  Set<String> requiredVariables() {
    Set<String> names = new TreeSet<>();
    Matcher found = VARIABLE.matcher(services.toString());
    while (found.find()) {
      if ("?".equals(found.group("kind"))) {
        names.add(found.group("name"));
      }
    }
    return names;
  }

  /** The folder of the source tree; tests run in a module's. */
  static Path root() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  private static String interpolated(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            variable ->
                Matcher.quoteReplacement(
                    "-".equals(variable.group("kind"))
                        ? variable.group("word")
                        : "given:" + variable.group("name")));
  }

  private static Map<String, Object> read(Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      return entries(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> entries(@Nullable Object node) {
    Map<String, Object> entries = new TreeMap<>();
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> entries.put(String.valueOf(key), value == null ? "" : value));
    }
    return entries;
  }
}

package io.weirworks.infra.testing;

import io.weirworks.infra.InfraException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which infrastructure a test run uses and why; said once, so that a green run tells what it was
 * green on.
 *
 * @param kind what is used
 * @param reason why, for people
 */
public record InfraChoice(InfraKind kind, String reason) {

  static final String KAFKA_IMAGE = "apache/kafka:4.3.1";
  static final String MYSQL_IMAGE = "mysql:9.7";

  /**
   * Decides by the setting {@code infra}.
   *
   * @param setting auto, embedded, containers or external; {@code auto} takes containers only where
   *     an engine answers at once and has both images, since fetching them would be a download that
   *     nobody asked for
   * @param engine asked only where the setting leaves it open
   * @throws InfraException {@code WRONG_SETTING}
   */
  static InfraChoice of(String setting, Supplier<EngineAnswer> engine) {
    return switch (setting) {
      case "auto" -> automatic(engine.get());
      case "embedded" -> new InfraChoice(InfraKind.EMBEDDED, "asked for");
      case "containers" -> new InfraChoice(InfraKind.CONTAINERS, "asked for");
      case "external" -> new InfraChoice(InfraKind.EXTERNAL, "asked for");
      default ->
          throw new InfraException(
              InfraException.Code.WRONG_SETTING,
              "-Dinfra=" + setting + ": must be auto, embedded, containers or external");
    };
  }

  private static InfraChoice automatic(EngineAnswer engine) {
    if (!engine.inTime()) {
      return new InfraChoice(InfraKind.EMBEDDED, "auto: no Docker engine answered within 1 s");
    }
    List<String> missing =
        List.of(KAFKA_IMAGE, MYSQL_IMAGE).stream()
            .filter(image -> !engine.images().contains(image))
            .toList();
    return missing.isEmpty()
        ? new InfraChoice(InfraKind.CONTAINERS, "auto: the Docker engine has both images")
        : new InfraChoice(
            InfraKind.EMBEDDED, "auto: the Docker engine lacks " + String.join(" and ", missing));
  }
}

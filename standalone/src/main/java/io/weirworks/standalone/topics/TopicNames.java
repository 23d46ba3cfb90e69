package io.weirworks.standalone.topics;

import io.weirworks.schemas.Service;
import io.weirworks.schemas.Topic;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.Topics;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.contractjson.NearMatches;
import java.util.Arrays;
import java.util.List;

/** The contract's topics by what people type. */
public final class TopicNames {

  private static final String PREFIX = "weirworks.";

  private TopicNames() {}

  /**
   * The topic of this name; {@code weirworks.} may be left out.
   *
   * @throws StandaloneException {@code UNKNOWN_TOPIC} with the nearest names
   */
  public static String find(String name) {
    String full = name.startsWith(PREFIX) ? name : PREFIX + name;
    return Topics.byName(full)
        .map(Topic::name)
        .orElseThrow(
            () ->
                new StandaloneException(
                    StandaloneException.Code.UNKNOWN_TOPIC,
                    "the contract has no topic '%s'%s"
                        .formatted(
                            name,
                            NearMatches.hint(
                                full, Topics.all().stream().map(Topic::name).toList()))));
  }

  /** The events of all services. */
  public static List<String> events() {
    return Arrays.stream(Service.values()).map(service -> service.topic(TopicKind.EVENTS)).toList();
  }
}

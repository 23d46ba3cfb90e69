package io.weirworks.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All topics of the contract (DESIGN 2, "Topics"). */
public final class Topics {

  private static final int MIB = 1 << 20;
  private static final int DEAD_LETTER_HEADER_BYTES = 64 << 10;

  private static final List<Topic> ALL = build();

  private Topics() {}

  /** All topics, service by service. */
  public static List<Topic> all() {
    return ALL;
  }

  /** The topics that one service owns. */
  public static List<Topic> of(Service service) {
    return ALL.stream().filter(topic -> topic.service() == service).toList();
  }

  /** The topic of this name, if the contract has it. */
  public static Optional<Topic> byName(String name) {
    return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
  }

  private static List<Topic> build() {
    List<Topic> topics = new ArrayList<>();
    for (Service service : Service.values()) {
      for (TopicKind kind : TopicKind.values()) {
        if (kind != TopicKind.LOGS || service == Service.EXECUTOR) {
          topics.add(new Topic(service, kind, maxMessageBytes(service, kind)));
        }
      }
    }
    return List.copyOf(topics);
  }

  private static int maxMessageBytes(Service service, TopicKind kind) {
    int ofRecords =
        switch (service) {
          // DESIGN 3.5: definitions travel whole, so registry's topics take more.
          case REGISTRY -> 16 * MIB;
          case SCHEDULER, EXECUTOR, LINEAGE -> 4 * MIB;
        };
    // A dead letter is the record as it was, with its cause in further headers.
    return kind == TopicKind.DEAD_LETTERS ? ofRecords + DEAD_LETTER_HEADER_BYTES : ofRecords;
  }
}

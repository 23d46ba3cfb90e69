package io.weirworks.acceptance.flights;

import io.weirworks.acceptance.topics.PlainConsumer;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What scheduler and executor tell; an event that is told again counts once. */
final class Story implements AutoCloseable {

  private record Event(String id, String type) {}

  private final PlainConsumer consumer;
  private final Set<Event> events = new HashSet<>();

  private Story(String bootstrapServers) {
    consumer =
        new PlainConsumer(
            bootstrapServers,
            List.of(
                Service.SCHEDULER.topic(TopicKind.EVENTS),
                Service.EXECUTOR.topic(TopicKind.EVENTS)));
  }

  static Story fromTheBeginning(String bootstrapServers) {
    return new Story(bootstrapServers);
  }

  static Story fromNow(String bootstrapServers) {
    Story story = new Story(bootstrapServers);
    story.consumer.readToEnd();
    return story;
  }

  /** Hears on for a moment. */
  Story listen() {
    for (ConsumerRecord<String, byte[]> record : consumer.poll()) {
      events.add(
          new Event(
              PlainConsumer.header(record, CloudEventHeaders.ID),
              PlainConsumer.header(record, CloudEventHeaders.TYPE)));
    }
    return this;
  }

  int length() {
    return events.size();
  }

  /** How many events of this type were told. */
  long count(String type) {
    return events.stream().filter(event -> event.type().endsWith("." + type)).count();
  }

  @Override
  public void close() {
    consumer.close();
  }
}

package io.weirworks.standalone.demo;

import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.standalone.topics.TopicNames;
import io.weirworks.standalone.topics.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the records on the topics of events, and apart those that follow from some commands: they
 * carry the command's id as {@code ce_correlationid}. A record that was sent again counts again.
 */
final class EventTally {

  private final Set<String> commands;
  private final Map<String, Long> following = new TreeMap<>();
  private long all;

  /**
   * @param commands their ids
   */
  EventTally(Set<String> commands) {
    this.commands = Set.copyOf(commands);
  }

  /** Of all events that are there now. */
  static EventTally read(String bootstrapServers, Set<String> commands) {
    EventTally tally = new EventTally(commands);
    try (TopicReader reader = TopicReader.ofThoseThere(bootstrapServers, TopicNames.events())) {
      reader.readToEnd(tally::take);
    }
    return tally;
  }

  private void take(ArrivedRecord event) {
    String correlation = event.header(CloudEventHeaders.CORRELATION_ID);
    take(event.topic(), correlation == null ? "" : correlation);
  }

  void take(String topic, String correlation) {
    all++;
    following.merge(topic, commands.contains(correlation) ? 1L : 0L, Long::sum);
  }

  /** How many follow from the commands. */
  long count() {
    return following.values().stream().mapToLong(Long::longValue).sum();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    following.forEach((topic, count) -> lines.add("%-30s %6d".formatted(topic, count)));
    lines.add("%-30s %6d".formatted("written by this demo", count()));
    lines.add("%-30s %6d".formatted("on these topics in all", all));
    return lines;
  }
}

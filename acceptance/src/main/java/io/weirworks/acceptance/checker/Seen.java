package io.weirworks.acceptance.checker;

import java.util.Map;
import java.util.Optional;

/**
 * One record as a reader without our code sees it: where it lies and its headers.
 *
 * @param replySubject for {@code CommandAccepted} the subject that it names
 * @param replySequence for {@code CommandAccepted} the sequence that it names
 */
public record Seen(
    String topic,
    int partition,
    long offset,
    Map<String, String> headers,
    Optional<String> replySubject,
    long replySequence) {

  public Seen {
    headers = Map.copyOf(headers);
  }

  public static Seen event(String topic, int partition, long offset, Map<String, String> headers) {
    return new Seen(topic, partition, offset, headers, Optional.empty(), 0);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  String place() {
    return topic + "-" + partition + "@" + offset;
  }
}

package io.weirworks.standalone.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** The subjects of a service as its state topic tells them: the latest of each. */
public final class StateTopic {

  private final Decoder decoder = new Decoder();
  private final Map<String, SpecificRecord> states = new LinkedHashMap<>();

  /** Reads the whole topic. */
  public static StateTopic read(String bootstrapServers, Service service) {
    try (TopicReader reader =
        TopicReader.of(bootstrapServers, List.of(service.topic(TopicKind.STATE)))) {
      StateTopic topic = new StateTopic();
      reader.readToEnd(topic::take);
      return topic;
    }
  }

  /** The next record of the topic. */
  public void take(ArrivedRecord record) {
    String subject = new String(record.key(), UTF_8);
    states.remove(subject);
    decoder.value(record).ifPresent(state -> states.put(subject, state));
  }

  /** The subjects of one kind, those that changed last at the end. */
  public <S extends SpecificRecord> Stream<S> all(Class<S> kind) {
    return states.values().stream().filter(kind::isInstance).map(kind::cast);
  }
}

package io.weirworks.lineage.openlineage.adapter;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * {@code weirworks.lineage.openlineage.*}: how engines' events come in.
 *
 * @param apiKeys SHA-256 of each API key that may post, 64 hex digits; the keys themselves stand
 *     nowhere
 * @param mostWaiting commands of this service that wait to be decided before whoever posts is
 *     answered later
 * @param topic Kafka topic with events as JSON; empty: none is read. Nobody here makes it
 */
@ConfigurationProperties("weirworks.lineage.openlineage")
public record OpenLineageConfiguration(
    @Bindable(defaultValue = "") List<String> apiKeys,
    @Bindable(defaultValue = "") String topic,
    @Bindable(defaultValue = "1000") long mostWaiting) {

  static final String TOPIC = "weirworks.lineage.openlineage.topic";

  public OpenLineageConfiguration {
    apiKeys = apiKeys.stream().map(String::strip).filter(key -> !key.isEmpty()).toList();
  }
}

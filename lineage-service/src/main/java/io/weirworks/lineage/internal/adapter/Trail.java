package io.weirworks.lineage.internal.adapter;

import io.weirworks.messaging.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * What of an input's envelope goes on with a command that it leads to later.
 *
 * @param id of the command or event that led here
 */
public record Trail(
    String id,
    String correlationId,
    String actor,
    @Nullable String onBehalfOf,
    @Nullable String traceparent) {

  public static Trail of(Envelope envelope) {
    return new Trail(
        envelope.id(),
        envelope.correlationId(),
        envelope.actor(),
        envelope.onBehalfOf(),
        envelope.traceparent());
  }
}

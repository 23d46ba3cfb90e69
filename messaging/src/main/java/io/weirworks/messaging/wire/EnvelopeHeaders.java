package io.weirworks.messaging.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.messaging.Envelope;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.Precondition;
import io.weirworks.schemas.Sequence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The envelope as CloudEvents 1.0 headers in Kafka's binary mode (DESIGN 2). */
public final class EnvelopeHeaders {

  /** Characters of the longest {@code ce_id}. */
  public static final int LONGEST_ID = 100;

  /** Characters of the longest {@code ce_actor}. */
  public static final int LONGEST_ACTOR = 255;

  private EnvelopeHeaders() {}

  public static HeaderList write(Envelope envelope) {
    return new HeaderList()
        .add(CloudEventHeaders.SPEC_VERSION, CloudEventHeaders.SPEC_VERSION_1_0)
        .add(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.CONTENT_TYPE_AVRO)
        .add(CloudEventHeaders.ID, envelope.id())
        .add(CloudEventHeaders.SOURCE, envelope.source())
        .add(CloudEventHeaders.TYPE, envelope.type())
        .add(CloudEventHeaders.SUBJECT, envelope.subject().isEmpty() ? null : envelope.subject())
        .add(CloudEventHeaders.TIME, envelope.time().toString())
        .add(CloudEventHeaders.WORKSPACE, envelope.workspace())
        .add(CloudEventHeaders.ACTOR, envelope.actor())
        .add(CloudEventHeaders.ON_BEHALF_OF, envelope.onBehalfOf())
        .add(CloudEventHeaders.ACTOR_PROOF, CloudEventHeaders.ACTOR_PROOF_NONE)
        .add(CloudEventHeaders.CAUSATION_ID, envelope.causationId())
        .add(CloudEventHeaders.CORRELATION_ID, envelope.correlationId())
        .add(
            CloudEventHeaders.SEQUENCE,
            envelope.sequence() == 0 ? null : Sequence.format(envelope.sequence()))
        .add(CloudEventHeaders.REPLY_TO, envelope.replyTo())
        .add(
            CloudEventHeaders.AFTER,
            envelope.after().isEmpty() ? null : Precondition.format(envelope.after()))
        .add(CloudEventHeaders.TRACEPARENT, envelope.traceparent());
  }

  /**
   * @throws BadEnvelopeException naming the attribute that is missing or malformed
   */
  public static Envelope read(List<Header> headers) throws BadEnvelopeException {
    Map<String, String> attributes = HashMap.newHashMap(headers.size());
    for (Header header : headers) {
      if (header.value() != null) {
        attributes.put(header.key(), new String(header.value(), UTF_8));
      }
    }
    String id = required(attributes, CloudEventHeaders.ID, LONGEST_ID);
    String correlation = attributes.get(CloudEventHeaders.CORRELATION_ID);
    return new Envelope(
        id,
        required(attributes, CloudEventHeaders.SOURCE, 200),
        required(attributes, CloudEventHeaders.TYPE, 255),
        attributes.getOrDefault(CloudEventHeaders.SUBJECT, ""),
        time(required(attributes, CloudEventHeaders.TIME, 64)),
        attributes.get(CloudEventHeaders.WORKSPACE),
        required(attributes, CloudEventHeaders.ACTOR, LONGEST_ACTOR),
        attributes.get(CloudEventHeaders.ON_BEHALF_OF),
        attributes.get(CloudEventHeaders.CAUSATION_ID),
        correlation == null ? id : correlation,
        sequence(attributes.get(CloudEventHeaders.SEQUENCE)),
        attributes.get(CloudEventHeaders.REPLY_TO),
        after(attributes.get(CloudEventHeaders.AFTER)),
        attributes.get(CloudEventHeaders.TRACEPARENT));
  }

  private static String required(Map<String, String> attributes, String name, int longest)
      throws BadEnvelopeException {
    String value = attributes.get(name);
    if (value == null || value.isEmpty()) {
      throw new BadEnvelopeException("header " + name + " is missing");
    }
    if (value.length() > longest) {
      throw new BadEnvelopeException(
          "header " + name + " has " + value.length() + " characters, at most " + longest);
    }
    return value;
  }

  private static Instant time(String value) throws BadEnvelopeException {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new BadEnvelopeException(
          "header ce_time '" + value + "' is not RFC 3339, such as 2026-11-20T06:00:00Z");
    }
  }

  private static long sequence(@Nullable String value) throws BadEnvelopeException {
    try {
      return value == null ? 0 : Sequence.parse(value);
    } catch (IllegalArgumentException e) {
      throw new BadEnvelopeException("header ce_sequence '" + value + "' is not a number");
    }
  }

  private static List<Precondition> after(@Nullable String value) throws BadEnvelopeException {
    try {
      return value == null || value.isEmpty() ? List.of() : Precondition.parse(value);
    } catch (IllegalArgumentException e) {
      throw new BadEnvelopeException("header " + e.getMessage());
    }
  }
}

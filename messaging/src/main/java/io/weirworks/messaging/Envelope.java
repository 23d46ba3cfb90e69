package io.weirworks.messaging;

import io.weirworks.schemas.Precondition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents attributes of one record (DESIGN 2). What a plain subscriber sees as headers.
 *
 * @param id {@code ce_id}, unique within the source
 * @param source {@code ce_source}
 * @param type {@code ce_type}: full name of the Avro record
 * @param subject {@code ce_subject}: what the record is about; empty where the sender does not know
 * @param time {@code ce_time}: when it was asked or happened, by the sender's clock
 * @param workspace {@code ce_workspace}
 * @param actor {@code ce_actor}: who asked
 * @param onBehalfOf {@code ce_onbehalfof}
 * @param causationId {@code ce_causationid}: the command or event that led here
 * @param correlationId {@code ce_correlationid}: the first command or event of the whole story
 * @param sequence {@code ce_sequence}: counts the subject's events from 1; 0 on commands and
 *     replies
 * @param replyTo {@code ce_replyto}: present where the sender asks for a reply
 * @param after {@code ce_after}: what the receiver must have read first
 * @param traceparent W3C trace context
 */
public record Envelope(
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    @Nullable String workspace,
    String actor,
    @Nullable String onBehalfOf,
    @Nullable String causationId,
    String correlationId,
    long sequence,
    @Nullable String replyTo,
    List<Precondition> after,
    @Nullable String traceparent) {

  /** The same within another span. */
  public Envelope withTraceparent(String other) {
    return new Envelope(
        id,
        source,
        type,
        subject,
        time,
        workspace,
        actor,
        onBehalfOf,
        causationId,
        correlationId,
        sequence,
        replyTo,
        after,
        other);
  }
}

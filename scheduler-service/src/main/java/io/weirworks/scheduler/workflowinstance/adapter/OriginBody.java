package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.scheduler.generation.SchedulerType;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflowinstance.Origin;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What made a workflow instance as JSON, besides what has columns of its own.
 *
 * @param unit of a backfill
 * @param node that a schedule has for itself, or that is tested alone; null: more than one
 * @param type what all of it does at its turn
 * @param notBefore milliseconds since the epoch; null: its scheduled time is no bound
 */
record OriginBody(
    @Nullable Integer unit,
    @Nullable String node,
    @Nullable SchedulerType type,
    @Nullable Long notBefore) {

  /** Of a row that says nothing: a manual run, or a backfill of all of a workflow. */
  private static final OriginBody PLAIN = new OriginBody(0, null, SchedulerType.NORMAL, 0L);

  /** Null: nothing is to be said. */
  static @Nullable OriginBody of(Origin origin) {
    return switch (origin) {
      case Origin.Manual _ -> null;
      case Origin.SmokeTest(NodeId node) -> new OriginBody(null, node.value(), null, null);
      case Origin.Scheduled it ->
          new OriginBody(
              null,
              it.part() instanceof Part.Single(NodeId node) ? node.value() : null,
              it.type(),
              it.notBefore().toEpochMilli());
      case Origin.OfBackfill it ->
          new OriginBody(
              it.unit(),
              null,
              it.type(),
              it.waitsForTime() ? it.scheduledTime().toEpochMilli() : null);
    };
  }

  /**
   * The origin.
   *
   * @param backfill id of the backfill that made it; null: none did
   */
  static Origin read(@Nullable OriginBody body, @Nullable String backfill, Instant scheduledTime) {
    if (backfill != null) {
      return (body == null ? PLAIN : body).ofBackfill(backfill, scheduledTime);
    }
    if (body == null) {
      return new Origin.Manual();
    }
    return body.type() == null || body.notBefore() == null
        ? new Origin.SmokeTest(new NodeId(String.valueOf(body.node())))
        : new Origin.Scheduled(
            body.node() == null ? new Part.Common() : new Part.Single(new NodeId(body.node())),
            scheduledTime,
            body.type(),
            Instant.ofEpochMilli(body.notBefore()));
  }

  private Origin ofBackfill(String backfill, Instant scheduledTime) {
    return new Origin.OfBackfill(
        new BackfillId(UUID.fromString(backfill)),
        unit == null ? 0 : unit,
        scheduledTime,
        type == null ? SchedulerType.NORMAL : type,
        notBefore != null);
  }
}

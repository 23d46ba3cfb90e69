package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * When something runs (dataworks-semantics 1.5).
 *
 * @param cron six fields: second, minute, hour, day of month, month, day of week
 * @param startTime first moment of the effective period, wall time {@code yyyy-MM-dd HH:mm:ss}
 * @param endTime last moment of the effective period, same form
 * @param timezone IANA zone of all of these
 * @param delaySeconds seconds between scheduled time and start
 */
public record SpecTrigger(
    @Nullable String id,
    @Nullable TriggerType type,
    @Nullable String cron,
    @Nullable String startTime,
    @Nullable String endTime,
    @Nullable String timezone,
    @Nullable Integer delaySeconds,
    @Nullable Recurrence recurrence,
    OtherKeys others) {

  static SpecTrigger read(SpecCursor in) {
    return new SpecTrigger(
        in.text("id"),
        in.term("type", TriggerType.values()),
        in.text("cron"),
        time(in.text("startTime")),
        time(in.text("endTime")),
        in.text("timezone"),
        in.integer("delaySeconds"),
        in.term("recurrence", Recurrence.values()),
        in.otherKeys());
  }

  /**
   * Samples of 1.x write {@code 2023-01-01T00:00:00} in JSON and {@code 2023-01-01 00:00:00} in
   * YAML for the same.
   */
  private static @Nullable String time(@Nullable String written) {
    return written == null ? null : written.replaceFirst("^(\\d{4}-\\d{2}-\\d{2})T", "$1 ");
  }

  ObjectNode write() {
    return new TreeWriter()
        .text("id", id)
        .term("type", type)
        .text("cron", cron)
        .text("startTime", startTime)
        .text("endTime", endTime)
        .text("timezone", timezone)
        .integer("delaySeconds", delaySeconds)
        .term("recurrence", recurrence)
        .otherKeys(others)
        .done();
  }
}

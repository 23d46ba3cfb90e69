package io.weirworks.scheduler.parameter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is evaluated against. Two baselines (dataworks-semantics 2.1): the scheduled
 * time, and the business date, which is the day before it in the zone.
 *
 * @param scheduledTime planned start of the instance; fractions of a second are dropped
 * @param zone in which dates and times are printed
 * @param now the current time, which {@code $bizmonth} compares with
 * @param gmtDate the current date, which {@code $gmtdate} prints; for a backfill it is the
 *     scheduled date
 * @param ids what {@code $jobid}, {@code $nodeid} and {@code $taskid} print; null outside an
 *     instance, where these names are refused
 */
public record EvaluationContext(
    Instant scheduledTime, ZoneId zone, Instant now, LocalDate gmtDate, @Nullable Ids ids) {

  /**
   * What identifies the instance.
   *
   * @param jobId the workflow
   * @param nodeId the node
   * @param taskId the node instance
   */
  public record Ids(String jobId, String nodeId, String taskId) {}

  public EvaluationContext {
    scheduledTime = scheduledTime.truncatedTo(ChronoUnit.SECONDS);
  }

  /** For an ordinary or manual run: the current date is that of {@code now}. */
  public static EvaluationContext of(
      Instant scheduledTime, ZoneId zone, Instant now, @Nullable Ids ids) {
    return new EvaluationContext(scheduledTime, zone, now, LocalDate.ofInstant(now, zone), ids);
  }

  /** For a backfill: {@code $gmtdate} is the business date + 1 (dataworks-semantics 2.2). */
  public static EvaluationContext ofBackfill(
      Instant scheduledTime, ZoneId zone, Instant now, @Nullable Ids ids) {
    return new EvaluationContext(
        scheduledTime, zone, now, LocalDate.ofInstant(scheduledTime, zone), ids);
  }

  LocalDateTime scheduledWallTime() {
    return LocalDateTime.ofInstant(scheduledTime, zone);
  }

  /** The business date: one calendar day before the scheduled date. */
  public LocalDate bizdate() {
    return scheduledWallTime().toLocalDate().minusDays(1);
  }
}

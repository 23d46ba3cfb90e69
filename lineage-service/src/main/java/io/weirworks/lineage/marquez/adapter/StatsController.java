package io.weirworks.lineage.marquez.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.graph.adapter.TableQueries;
import io.weirworks.lineage.graph.adapter.TableQueries.Appeared;
import io.weirworks.lineage.marquez.Figures;
import io.weirworks.lineage.marquez.ListedJob;
import io.weirworks.lineage.marquez.Period;
import io.weirworks.lineage.marquez.Period.Interval;
import io.weirworks.lineage.openlineage.OpenLineageName;
import io.weirworks.lineage.run.history.RunState;
import io.weirworks.lineage.run.history.adapter.RunMoments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of Marquez's start page: by hours of the last 24, or by the last seven days. */
@Controller("/api/v1/stats")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatsController {

  private final RunMoments moments;
  private final TableQueries tables;
  private final KnownJobs jobs;
  private final InstantSource clock;

  StatsController(RunMoments moments, TableQueries tables, KnownJobs jobs, InstantSource clock) {
    this.moments = moments;
    this.tables = tables;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Runs that began and ended within an interval. */
  @Serdeable
  record RunFigures(
      Instant startInterval,
      Instant endInterval,
      long fail,
      long start,
      long complete,
      long abort) {

    private static RunFigures of(Figures.Runs runs) {
      return new RunFigures(
          runs.interval().shownStart(),
          runs.interval().shownEnd(),
          runs.of(RunState.FAILED),
          runs.of(RunState.RUNNING),
          runs.of(RunState.COMPLETED),
          runs.of(RunState.ABORTED));
    }
  }

  /** How many there were at the end of an interval. */
  @Serdeable
  record Figure(Instant startInterval, Instant endInterval, long count) {

    private static Figure of(Figures.Total total) {
      return new Figure(total.interval().shownStart(), total.interval().shownEnd(), total.count());
    }
  }

  /**
   * Runs that began and ended, of those that are kept: an event that is told often counts once.
   *
   * @param period DAY or WEEK
   * @param timezone whose days they are, such as Europe/Berlin
   */
  @Get("/lineage-events")
  List<RunFigures> runs(
      @QueryValue String period, @QueryValue(defaultValue = "UTC") String timezone) {
    List<Interval> intervals = intervals(period, timezone);
    return Figures.runs(
            intervals, moments.counts(intervals.getFirst().start(), intervals.getLast().end()))
        .stream()
        .map(RunFigures::of)
        .toList();
  }

  /**
   * Jobs that were known.
   *
   * @param period DAY or WEEK
   * @param timezone whose days they are, such as Europe/Berlin
   */
  @Get("/jobs")
  List<Figure> jobs(@QueryValue String period, @QueryValue(defaultValue = "UTC") String timezone) {
    return totals(
        intervals(period, timezone), jobs.all().stream().map(ListedJob::createdAt).toList());
  }

  /**
   * Datasets that had been heard of.
   *
   * @param period DAY or WEEK
   * @param timezone whose days they are, such as Europe/Berlin
   */
  @Get("/datasets")
  List<Figure> datasets(
      @QueryValue String period, @QueryValue(defaultValue = "UTC") String timezone) {
    return totals(
        intervals(period, timezone), tables.appeared().stream().map(Appeared::at).toList());
  }

  /**
   * Sources, which are the namespaces of datasets, that had been heard of.
   *
   * @param period DAY or WEEK
   * @param timezone whose days they are, such as Europe/Berlin
   */
  @Get("/sources")
  List<Figure> sources(
      @QueryValue String period, @QueryValue(defaultValue = "UTC") String timezone) {
    List<Interval> intervals = intervals(period, timezone);
    Map<String, Instant> first = new HashMap<>();
    for (Appeared dataset : tables.appeared()) {
      first.merge(
          OpenLineageName.of(dataset.dataset()).namespace(),
          dataset.at(),
          (one, other) -> one.isBefore(other) ? one : other);
    }
    return totals(intervals, first.values());
  }

  private static List<Figure> totals(List<Interval> intervals, Collection<Instant> appeared) {
    return Figures.totals(intervals, appeared).stream().map(Figure::of).toList();
  }

  private List<Interval> intervals(String period, String timezone) {
    return period(period).until(clock.instant(), zone(timezone));
  }

  private static Period period(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "DAY" -> Period.DAY;
      case "WEEK" -> Period.WEEK;
      default -> throw RefusedReadException.invalid("period", name, "the periods are DAY and WEEK");
    };
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw RefusedReadException.invalid(
          "timezone", name, "not a time zone; a right one is Europe/Berlin");
    }
  }
}

package io.weirworks.lineage.marquez.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.marquez.adapter.EventViews.EventPage;
import io.weirworks.lineage.marquez.adapter.EventViews.EventView;
import io.weirworks.lineage.run.history.adapter.RunMoments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Runs' starts and ends as events. What engines sent is read and not kept as it was: of each run
 * that is kept one START is told, where it is known when it began, and its end.
 */
@Controller("/api/v1/events/lineage")
@ExecuteOn(TaskExecutors.BLOCKING)
final class EventsController {

  /** As Marquez has it: behind all that clocks may tell. */
  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

  private final RunMoments moments;

  EventsController(RunMoments moments) {
    this.moments = moments;
  }

  /**
   * Events of a span of time.
   *
   * @param after the first time that counts (RFC 3339); without an offset in UTC; empty: all before
   * @param before the first that does not; empty: all after
   * @param sortDirection desc for the latest first, or asc
   * @param limit events at most, 1 to 1000
   * @param offset events that are passed over
   */
  @Get
  EventPage events(
      @QueryValue(defaultValue = "") String after,
      @QueryValue(defaultValue = "") String before,
      @QueryValue(defaultValue = "desc") String sortDirection,
      @QueryValue(defaultValue = Pages.DEFAULT) int limit,
      @QueryValue(defaultValue = "0") int offset) {
    Pages page = new Pages(limit, offset);
    Instant from = time("after", after, Instant.EPOCH);
    Instant to = time("before", before, EVER);
    return new EventPage(
        moments.between(from, to, latestFirst(sortDirection), page.limit(), page.offset()).stream()
            .map(EventView::of)
            .toList(),
        moments.count(from, to));
  }

  private static boolean latestFirst(String direction) {
    return switch (direction.toLowerCase(Locale.ROOT)) {
      case "desc" -> true;
      case "asc" -> false;
      default ->
          throw RefusedReadException.invalid(
              "sortDirection", direction, "the directions are desc and asc");
    };
  }

  private static Instant time(String parameter, String text, Instant none) {
    if (text.isEmpty()) {
      return none;
    }
    try {
      return text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)$")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw RefusedReadException.invalid(
          parameter, text, "not a time; a right one is 2026-11-20T12:00:00Z");
    }
  }
}

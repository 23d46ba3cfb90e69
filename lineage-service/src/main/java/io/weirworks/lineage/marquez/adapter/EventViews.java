package io.weirworks.lineage.marquez.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.marquez.adapter.DatasetViews.Id;
import io.weirworks.lineage.marquez.adapter.RunViews.ParentFacet;
import io.weirworks.lineage.openlineage.EventWriter;
import io.weirworks.lineage.run.history.KnownRun;
import io.weirworks.lineage.run.history.RunMoment;
import io.weirworks.lineage.run.history.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events as Marquez's JSON has them. */
final class EventViews {

  private EventViews() {}

  /** What OpenLineage's events say of a run. */
  enum EventType {
    OTHER,
    START,
    ABORT,
    FAIL,
    COMPLETE;

    static EventType of(RunState state) {
      return switch (state) {
        case NEW -> OTHER;
        case RUNNING -> START;
        case ABORTED -> ABORT;
        case FAILED -> FAIL;
        case COMPLETED -> COMPLETE;
      };
    }
  }

  /** The run of an event. */
  @Serdeable
  public record EventRun(String runId, Map<String, ParentFacet> facets) {}

  /** The job, or a dataset, of an event. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Named(String namespace, String name, Map<String, String> facets) {

    static Named of(Id id) {
      return new Named(id.namespace(), id.name(), Map.of());
    }

    static List<Named> all(Set<String> datasets) {
      return JobViews.ids(datasets).stream().map(Named::of).toList();
    }
  }

  /**
   * The event that a run's start or end amounts to.
   *
   * @param producer this service: what the engine sent is not kept as it was
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record EventView(
      EventType eventType,
      Instant eventTime,
      String producer,
      String schemaURL,
      EventRun run,
      Named job,
      List<Named> inputs,
      List<Named> outputs) {

    static EventView of(RunMoment moment) {
      KnownRun run = moment.run();
      return new EventView(
          EventType.of(moment.state()),
          moment.at(),
          EventWriter.PRODUCER,
          EventWriter.RUN_EVENT,
          new EventRun(run.id(), RunViews.facets(run.parent())),
          Named.of(new Id(run.job().namespace(), run.job().name())),
          Named.all(run.inputs()),
          Named.all(run.outputs()));
    }
  }

  /** A page of events. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record EventPage(List<EventView> events, int totalCount) {}
}

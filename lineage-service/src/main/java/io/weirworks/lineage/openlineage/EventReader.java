package io.weirworks.lineage.openlineage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.openlineage.EngineEvent.Engine;
import io.weirworks.lineage.openlineage.EngineEvent.JobRun;
import io.weirworks.lineage.openlineage.EngineEvent.Nominal;
import io.weirworks.lineage.openlineage.EngineEvent.Parent;
import io.weirworks.lineage.openlineage.EngineEvent.Type;
import io.weirworks.lineage.openlineage.OpenLineageEvent.OfDataset;
import io.weirworks.lineage.openlineage.OpenLineageEvent.OfJob;
import io.weirworks.lineage.openlineage.OpenLineageEvent.OfRun;
import io.weirworks.lineage.openlineage.Refusal.Code;
import io.weirworks.lineage.sql.SchemaChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads events of OpenLineage (spec 2-0-2). Strict about what makes a run event one: job, run id
 * and time; lenient about all else: what is missing is not told, unknown facets are passed over, a
 * facet of another form than the specification's says nothing.
 */
public final class EventReader {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(200).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The run's tag that names the release of EMR; no facet of an engine does. */
  private static final String EMR_RELEASE = "emrRelease";

  /** Characters of the longest event. */
  private static final int LONGEST = 1 << 20;

  private EventReader() {}

  /**
   * @throws NotAnEventException naming the value that is to blame
   */
  public static OpenLineageEvent read(String text) throws NotAnEventException {
    JsonNode event = json(text);
    if (event.hasNonNull("run") || event.hasNonNull("eventType")) {
      return new OfRun(run(event));
    }
    if (event.hasNonNull("job")) {
      return new OfJob(job(EventFields.object(event, "$", "job"), "$.job"));
    }
    if (event.hasNonNull("dataset")) {
      JsonNode dataset = EventFields.object(event, "$", "dataset");
      return new OfDataset(
          EventFields.name(dataset, "$.dataset", "namespace"),
          EventFields.name(dataset, "$.dataset", "name"));
    }
    throw EventFields.wrong(event.path("run"), "$.run", "an object with the run's id");
  }

  private static JsonNode json(String text) throws NotAnEventException {
    if (text.length() > LONGEST) {
      String size = text.length() + " characters";
      throw new NotAnEventException(
          new Refusal(Code.TOO_LARGE, "$", size, "an event of at most " + LONGEST));
    }
    JsonNode event;
    try {
      event = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new NotAnEventException(
          new Refusal(Code.NOT_JSON, "$", e.getOriginalMessage(), "one JSON object"));
    }
    if (!event.isObject()) {
      throw new NotAnEventException(new Refusal(Code.NOT_JSON, "$", text, "one JSON object"));
    }
    return event;
  }

  private static EngineEvent run(JsonNode event) throws NotAnEventException {
    JsonNode run = EventFields.object(event, "$", "run");
    JsonNode job = EventFields.object(event, "$", "job");
    EventDatasets datasets = EventDatasets.of(event);
    Set<DatasetRef> inputs = new LinkedHashSet<>();
    event.path("inputs").forEach(input -> datasets.named(input).ifPresent(inputs::add));
    Written written = Written.of(event, datasets);
    return new EngineEvent(
        EventFields.uuid(run, "$.run", "runId"),
        type(event.path("eventType")),
        EventFields.time(event, "$", "eventTime"),
        job(job, "$.job"),
        nominal(run.path("facets").path("nominalTime")),
        parent(run.path("facets").path("parent")),
        engine(run.path("facets").path("processing_engine")),
        tag(run.path("facets").path("tags"), EMR_RELEASE),
        text(job.path("facets").path("sql").path("query")),
        List.copyOf(inputs),
        List.copyOf(written.outputs()),
        written.edges(),
        written.changes(),
        datasets.locations());
  }

  /** What an event says of its outputs. */
  private record Written(
      Set<DatasetRef> outputs, List<ColumnEdge> edges, List<SchemaChange> changes) {

    static Written of(JsonNode event, EventDatasets datasets) {
      Written written = new Written(new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>());
      for (JsonNode output : event.path("outputs")) {
        datasets
            .named(output)
            .ifPresent(
                target -> {
                  written.outputs.add(target);
                  written.edges.addAll(ColumnLineageFacet.edges(output, target, datasets));
                  written.changes.addAll(SchemaFacets.changes(output, target));
                });
      }
      return written;
    }
  }

  /** Without one it is an addition to what else is told of the run. */
  private static Type type(JsonNode value) throws NotAnEventException {
    if (value.isMissingNode() || value.isNull()) {
      return Type.OTHER;
    }
    try {
      return Type.valueOf(value.asText().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw EventFields.wrong(value, "$.eventType", "one of " + List.of(Type.values()));
    }
  }

  private static Job job(JsonNode job, String path) throws NotAnEventException {
    return new Job(EventFields.name(job, path, "namespace"), EventFields.name(job, path, "name"));
  }

  private static Optional<Parent> parent(JsonNode facet) {
    return jobRun(facet).map(run -> new Parent(run, jobRun(facet.path("root"))));
  }

  private static Optional<JobRun> jobRun(JsonNode facet) {
    String runId = facet.path("run").path("runId").asText();
    Optional<String> namespace = text(facet.path("job").path("namespace"));
    Optional<String> name = text(facet.path("job").path("name"));
    return EventFields.isUuid(runId) && namespace.isPresent() && name.isPresent()
        ? Optional.of(
            new JobRun(runId.toLowerCase(Locale.ROOT), new Job(namespace.get(), name.get())))
        : Optional.empty();
  }

  private static Optional<Nominal> nominal(JsonNode facet) {
    return EventFields.instant(facet.path("nominalStartTime"))
        .map(start -> new Nominal(start, EventFields.instant(facet.path("nominalEndTime"))));
  }

  private static Optional<Engine> engine(JsonNode facet) {
    return text(facet.path("version"))
        .map(version -> new Engine(text(facet.path("name")).orElse(""), version));
  }

  private static Optional<String> tag(JsonNode facet, String key) {
    for (JsonNode tag : facet.path("tags")) {
      if (tag.path("key").asText().equals(key)) {
        return text(tag.path("value"));
      }
    }
    return Optional.empty();
  }

  static Optional<String> text(JsonNode value) {
    return value.isTextual() && !value.textValue().isBlank()
        ? Optional.of(value.textValue())
        : Optional.empty();
  }
}

package io.weirworks.lineage.marquez.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.openlineage.OpenLineageName;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Namespaces of datasets, which are Marquez's sources too, and of jobs. */
@Singleton
final class Namespaces {

  /**
   * A namespace.
   *
   * @param createdAt the earliest of the times below
   * @param updatedAt when a run touched something of it
   * @param ownerName nobody's, since owners are of datasets: what Marquez says of a namespace that
   *     came with an event
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record NamespaceView(
      String name,
      Instant createdAt,
      Instant updatedAt,
      String ownerName,
      @Nullable String description,
      boolean isHidden) {}

  /** All namespaces of a page. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record NamespacePage(List<NamespaceView> namespaces) {}

  /**
   * Where datasets lie.
   *
   * @param type HIVE, FILE, or the scheme of what it is
   * @param connectionUrl the namespace: how to connect lineage does not know
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record SourceView(
      String type,
      String name,
      Instant createdAt,
      Instant updatedAt,
      String connectionUrl,
      @Nullable String description) {}

  /** All sources of a page. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record SourcePage(List<SourceView> sources) {}

  /** When something of it was touched first and last, as far as that is kept. */
  private record Span(Instant first, Instant last) {

    Span(Instant at) {
      this(at, at);
    }

    Span and(Span other) {
      return new Span(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  private final KnownDatasets datasets;
  private final KnownJobs jobs;

  Namespaces(KnownDatasets datasets, KnownJobs jobs) {
    this.datasets = datasets;
    this.jobs = jobs;
  }

  /** In the order of their names. */
  List<NamespaceView> all() {
    Map<String, Span> spans = ofDatasets();
    jobs.all()
        .forEach(
            listed ->
                spans.merge(
                    listed.job().namespace(),
                    new Span(listed.createdAt(), listed.updatedAt()),
                    Span::and));
    return spans.entrySet().stream()
        .map(
            entry ->
                new NamespaceView(
                    entry.getKey(),
                    entry.getValue().first,
                    entry.getValue().last,
                    "anonymous",
                    null,
                    false))
        .toList();
  }

  /**
   * One of them.
   *
   * @throws RefusedReadException where nothing is of it
   */
  NamespaceView named(String namespace) {
    return all().stream()
        .filter(one -> one.name().equals(namespace))
        .findFirst()
        .orElseThrow(
            () ->
                RefusedReadException.unknown(
                    "namespace", namespace, "no dataset and no job is of this namespace"));
  }

  /** Those of datasets, in the order of their names. */
  List<SourceView> sources() {
    return ofDatasets().entrySet().stream()
        .map(
            entry ->
                new SourceView(
                    type(entry.getKey()),
                    entry.getKey(),
                    entry.getValue().first,
                    entry.getValue().last,
                    entry.getKey(),
                    null))
        .toList();
  }

  private Map<String, Span> ofDatasets() {
    Map<String, Span> spans = new TreeMap<>();
    datasets
        .all()
        .forEach(
            row ->
                spans.merge(
                    OpenLineageName.of(row.dataset()).namespace(),
                    new Span(row.updatedAt()),
                    Span::and));
    return spans;
  }

  private static String type(String namespace) {
    int scheme = namespace.indexOf(':');
    return (scheme < 0 ? namespace : namespace.substring(0, scheme)).toUpperCase(Locale.ROOT);
  }
}

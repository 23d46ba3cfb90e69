package io.weirworks.lineage.marquez.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.marquez.adapter.DatasetViews.Id;
import io.weirworks.lineage.metadata.DescribedTable;
import io.weirworks.lineage.metadata.TableMetadata;
import io.weirworks.lineage.metadata.TableSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the Data Map knows of a dataset, as OpenLineage's facets have it. */
final class DatasetFacets {

  private DatasetFacets() {}

  /** Facet {@code ownership}. */
  @Serdeable
  public record Ownership(List<Owner> owners) {}

  /** Who answers for it. */
  @Serdeable
  public record Owner(String name) {}

  /** Facet {@code documentation}: what it holds, and how it is to be used. */
  @Serdeable
  public record Documentation(String description) {}

  /** Facet {@code storage}. */
  @Serdeable
  public record Storage(String storageLayer, String fileFormat) {}

  /** Facet {@code symlinks}: its other names. */
  @Serdeable
  public record Symlinks(List<Identifier> identifiers) {}

  /** Where its files lie: type LOCATION. */
  @Serdeable
  public record Identifier(String namespace, String name, String type) {}

  /** By name of the facet; what nobody said has none. */
  static Map<String, Object> of(DescribedTable table) {
    Map<String, Object> facets = new TreeMap<>();
    TableMetadata said = table.metadata();
    if (!table.owner().isEmpty()) {
      facets.put("ownership", new Ownership(List.of(new Owner(table.owner()))));
    }
    String note = said.business().usageNote();
    if (!note.isEmpty()) {
      facets.put("documentation", new Documentation(note));
    }
    Optional<TableSnapshot> snapshot = Optional.ofNullable(said.snapshot());
    snapshot
        .flatMap(shot -> Optional.ofNullable(shot.format()))
        .ifPresent(
            format -> facets.put("storage", new Storage("hive", format.toLowerCase(Locale.ROOT))));
    snapshot
        .flatMap(shot -> Optional.ofNullable(shot.location()))
        .flatMap(location -> DatasetNames.parse("path:" + location))
        .map(Id::of)
        .ifPresent(
            id ->
                facets.put(
                    "symlinks",
                    new Symlinks(List.of(new Identifier(id.namespace(), id.name(), "LOCATION")))));
    return facets;
  }
}

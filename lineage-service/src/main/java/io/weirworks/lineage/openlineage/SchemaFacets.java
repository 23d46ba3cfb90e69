package io.weirworks.lineage.openlineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code lifecycleStateChange} facet of an output, with its {@code schema} where it was made.
 * An engine tells CREATE also of a table that was there, so that one stays as it is known.
 */
final class SchemaFacets {

  private SchemaFacets() {}

  static List<SchemaChange> changes(JsonNode output, DatasetRef target) {
    TableName table = TableName.parse(target.name());
    if (!DatasetNames.of(table).equals(Optional.of(target))) {
      return List.of(); // files, or a dataset of another system
    }
    JsonNode facets = output.path("facets");
    JsonNode change = facets.path("lifecycleStateChange");
    return switch (change.path("lifecycleStateChange").asText().toUpperCase(Locale.ROOT)) {
      case "CREATE" -> {
        List<SchemaChange.Column> columns = columns(facets.path("schema").path("fields"));
        yield columns.isEmpty()
            ? List.of()
            : List.of(new SchemaChange.Created(table, columns, List.of(), Optional.empty(), true));
      }
      case "DROP" -> List.of(new SchemaChange.Dropped(table));
      case "RENAME" -> renamed(change.path("previousIdentifier"), table);
      default -> List.of();
    };
  }

  private static List<SchemaChange> renamed(JsonNode previous, TableName table) {
    return DatasetNames.parse(previous.path("name").asText())
        .filter(before -> before.kind() == DatasetKind.TABLE)
        .map(before -> TableName.parse(before.name()))
        .filter(before -> !before.equals(table))
        .<List<SchemaChange>>map(before -> List.of(new SchemaChange.Renamed(before, table)))
        .orElse(List.of());
  }

  private static List<SchemaChange.Column> columns(JsonNode fields) {
    List<SchemaChange.Column> columns = new ArrayList<>();
    for (JsonNode field : fields) {
      EventReader.text(field.path("name"))
          .map(name -> name.toLowerCase(Locale.ROOT))
          .ifPresent(
              name ->
                  columns.add(new SchemaChange.Column(name, EventReader.text(field.path("type")))));
    }
    return columns;
  }
}

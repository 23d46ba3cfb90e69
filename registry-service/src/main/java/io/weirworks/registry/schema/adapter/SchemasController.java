package io.weirworks.registry.schema.adapter;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.SchemaVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Schemas by the ids that records carry (DESIGN 8, "schema endpoint"). The parameters by which
 * clients ask for one context, format or subject of many are ignored: there is one of each.
 */
@Controller("/schemas")
@Produces({SchemasController.FORM, MediaType.APPLICATION_JSON})
final class SchemasController {

  static final String FORM = "application/vnd.schemaregistry.v1+json";

  private final SchemaCatalogue contract = SchemaCatalogue.contract();

  /**
   * A schema.
   *
   * @param schema Avro JSON
   * @param maxId the largest id, where it was asked for
   */
  @Serdeable
  record SchemaText(String schema, @Nullable Integer maxId) {}

  /** Where a schema is used. */
  @Serdeable
  record SubjectAndVersion(String subject, int version) {}

  /** The kinds of schemas. */
  @Get("/types")
  List<String> types() {
    return List.of("AVRO");
  }

  /** The schema of this id. */
  @Get("/ids/{id}")
  SchemaText schema(String id, @QueryValue(defaultValue = "false") boolean fetchMaxId) {
    return new SchemaText(
        version(id).schema().toString(), fetchMaxId ? contract.all().getLast().id() : null);
  }

  /** The schema of this id, bare. */
  @Get("/ids/{id}/schema")
  String bareSchema(String id) {
    return version(id).schema().toString();
  }

  /** The subjects that have the schema. */
  @Get("/ids/{id}/subjects")
  List<String> subjects(String id) {
    return List.of(version(id).subject());
  }

  /** The subjects and versions that have the schema. */
  @Get("/ids/{id}/versions")
  List<SubjectAndVersion> versions(String id) {
    SchemaVersion found = version(id);
    return List.of(new SubjectAndVersion(found.subject(), found.version()));
  }

  private SchemaVersion version(String id) {
    try {
      return contract
          .version(Integer.parseInt(id))
          .orElseThrow(() -> SchemaRegistryException.noSchema(id));
    } catch (NumberFormatException e) {
      throw SchemaRegistryException.noSchema(id);
    }
  }
}

package io.weirworks.registry.schema.adapter;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.SchemaVersion;
import java.util.List;

/** Schemas by subject, which is the record's full name, and version. */
@Controller("/subjects")
@Produces({SchemasController.FORM, MediaType.APPLICATION_JSON})
final class SubjectsController {

  private final SchemaCatalogue contract = SchemaCatalogue.contract();

  /** One version of a subject. */
  @Serdeable
  record Version(String subject, int version, int id, String schema) {}

  /** The full names of all records. */
  @Get
  List<String> subjects() {
    return List.copyOf(contract.subjects());
  }

  /** The numbers of the subject's versions. */
  @Get("/{subject}/versions")
  List<Integer> versions(String subject) {
    return all(subject).stream().map(SchemaVersion::version).toList();
  }

  /**
   * One version of the subject.
   *
   * @param version its number, or latest
   */
  @Get("/{subject}/versions/{version}")
  Version version(String subject, String version) {
    SchemaVersion found = find(subject, version);
    return new Version(found.subject(), found.version(), found.id(), found.schema().toString());
  }

  /** The schema of one version, bare. */
  @Get("/{subject}/versions/{version}/schema")
  String schema(String subject, String version) {
    return find(subject, version).schema().toString();
  }

  /** Refused: a schema gets its id when the contract is released. */
  @Post("/{subject}/versions")
  @Consumes(MediaType.ALL)
  HttpResponse<SchemaRegistryError> register(String subject) {
    SchemaRegistryException refusal = SchemaRegistryException.readOnly(subject);
    return HttpResponse.<SchemaRegistryError>status(refusal.status()).body(refusal.body());
  }

  private List<SchemaVersion> all(String subject) {
    List<SchemaVersion> versions = contract.versions(subject);
    if (versions.isEmpty()) {
      throw SchemaRegistryException.noSubject(subject);
    }
    return versions;
  }

  private SchemaVersion find(String subject, String version) {
    List<SchemaVersion> versions = all(subject);
    if (version.equals("latest") || version.equals("-1")) {
      return versions.getLast();
    }
    int number = number(version);
    return versions.stream()
        .filter(each -> each.version() == number)
        .findFirst()
        .orElseThrow(() -> SchemaRegistryException.noVersion(version));
  }

  private static int number(String version) {
    try {
      int number = Integer.parseInt(version);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as a number out of range is
    }
    throw SchemaRegistryException.invalidVersion(version);
  }
}

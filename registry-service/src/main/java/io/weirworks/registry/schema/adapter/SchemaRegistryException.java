package io.weirworks.registry.schema.adapter;

import io.micronaut.http.HttpStatus;

/** Something that Confluent's schema registry answers with an error code. */
final class SchemaRegistryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;

  private SchemaRegistryException(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  static SchemaRegistryException noSubject(String subject) {
    return new SchemaRegistryException(40401, "Subject '" + subject + "' not found.");
  }

  static SchemaRegistryException noVersion(String version) {
    return new SchemaRegistryException(40402, "Version " + version + " not found.");
  }

  static SchemaRegistryException noSchema(String id) {
    return new SchemaRegistryException(40403, "Schema " + id + " not found");
  }

  static SchemaRegistryException invalidVersion(String version) {
    return new SchemaRegistryException(
        42202,
        "The specified version '"
            + version
            + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string"
            + " \"latest\"");
  }

  static SchemaRegistryException readOnly(String subject) {
    return new SchemaRegistryException(
        42205,
        "Subject "
            + subject
            + " is in read-only mode: schemas are released with the contract's jar and have their"
            + " ids there; set auto.register.schemas=false and use.latest.version=true");
  }

  HttpStatus status() {
    return HttpStatus.valueOf(code / 100);
  }

  SchemaRegistryError body() {
    return new SchemaRegistryError(code, String.valueOf(getMessage()));
  }
}

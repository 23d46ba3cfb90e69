package io.weirworks.registry.schema.adapter;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers with errors in Confluent's form. */
@Singleton
@Produces(SchemasController.FORM)
final class SchemaRegistryErrors
    implements ExceptionHandler<SchemaRegistryException, HttpResponse<SchemaRegistryError>> {

  @Override
  @SuppressWarnings("rawtypes") // the interface's request has no type
  public HttpResponse<SchemaRegistryError> handle(
      HttpRequest request, SchemaRegistryException error) {
    return HttpResponse.<SchemaRegistryError>status(error.status()).body(error.body());
  }
}

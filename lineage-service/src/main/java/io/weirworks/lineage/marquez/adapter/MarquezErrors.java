package io.weirworks.lineage.marquez.adapter;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.hateoas.JsonError;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.graph.adapter.Problem;

/** Says why a read has no answer, in the form that clients of Marquez read. */
@ServerFilter({"/api/v1/**", "/api/v2beta/**"})
final class MarquezErrors {

  /**
   * What is wrong.
   *
   * @param code the HTTP status
   * @param message what is wrong, of which value, and what would be right
   */
  @Serdeable
  record MarquezError(int code, String message) {}

  @ResponseFilter
  void translate(MutableHttpResponse<?> response) {
    Object body = response.body();
    if (body instanceof Problem problem) {
      String value =
          problem.field().isEmpty() ? "" : " (" + problem.field() + ": " + problem.value() + ")";
      response.body(new MarquezError(response.code(), problem.message() + value));
    } else if (body instanceof JsonError error) {
      response.body(new MarquezError(response.code(), message(error)));
    }
  }

  /** The server says in general what is wrong, and within that which parameter is. */
  private static String message(JsonError error) {
    return error
        .getEmbedded()
        .get("errors")
        .flatMap(errors -> errors.stream().findFirst())
        .map(first -> first instanceof JsonError one ? one.getMessage() : null)
        .orElse(error.getMessage());
  }
}

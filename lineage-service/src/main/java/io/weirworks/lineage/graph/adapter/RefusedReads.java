package io.weirworks.lineage.graph.adapter;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Says why a read has no answer, the same way for all of them. */
@Produces
@Singleton
final class RefusedReads implements ExceptionHandler<RefusedReadException, HttpResponse<Problem>> {

  @Override
  public HttpResponse<Problem> handle(
      @SuppressWarnings("rawtypes") HttpRequest request, RefusedReadException refused) {
    return HttpResponse.<Problem>status(refused.status()).body(refused.problem());
  }
}

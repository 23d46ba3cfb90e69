package io.weirworks.lineage.marquez.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.weirworks.lineage.graph.adapter.Problem;
import io.weirworks.lineage.marquez.adapter.MarquezErrors.MarquezError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Refusals in the form of Marquez. */
class MarquezErrorsTest {

  private static @Nullable Object translated(HttpStatus status, Object body) {
    MutableHttpResponse<Object> response = HttpResponse.status(status).body(body);
    new MarquezErrors().translate(response);
    return response.body();
  }

  @Test
  void codeIsTheStatusAndTheMessageNamesTheValue() {
    assertThat(
            translated(HttpStatus.NOT_FOUND, new Problem("NotFound", "not there", "job", "demo:x")))
        .isEqualTo(new MarquezError(404, "not there (job: demo:x)"));
    assertThat(
            translated(
                HttpStatus.SERVICE_UNAVAILABLE,
                new Problem("GraphNotLoaded", "ask again soon", "", "loading")))
        .isEqualTo(new MarquezError(503, "ask again soon"));
  }

  @Test
  void answersAreLeftAsTheyAre() {
    assertThat(translated(HttpStatus.OK, "graph")).isEqualTo("graph");
  }
}

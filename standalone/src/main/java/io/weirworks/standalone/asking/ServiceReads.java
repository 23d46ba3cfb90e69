package io.weirworks.standalone.asking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.standalone.StandaloneException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * Reads over HTTP what only a service's tables know.
 *
 * @param address host and port of the service
 */
public record ServiceReads(String address) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A part of a path as it is typed. */
  public static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * The JSON at a path.
   *
   * @param what is read, for messages
   * @throws StandaloneException {@code NOT_FOUND}, or {@code NOT_READY} where there is no answer
   */
  public JsonNode get(String path, String what) {
    return get(path, what, "weirworks instances lists them");
  }

  /**
   * The same.
   *
   * @param instead what finds others, where it is not there
   */
  public JsonNode get(String path, String what, String instead) {
    URI uri = URI.create("http://" + address + path);
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
      return switch (answer.statusCode()) {
        case 200 -> new ObjectMapper().readTree(answer.body());
        case 404 ->
            throw new StandaloneException(
                StandaloneException.Code.NOT_FOUND, "there is no %s; %s".formatted(what, instead));
        default ->
            throw new StandaloneException(
                StandaloneException.Code.NOT_READY,
                "%s answered %d: %s".formatted(uri, answer.statusCode(), answer.body()));
      };
    } catch (IOException e) {
      throw new StandaloneException(StandaloneException.Code.NOT_READY, "no answer from " + uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while asking " + uri);
    }
  }
}

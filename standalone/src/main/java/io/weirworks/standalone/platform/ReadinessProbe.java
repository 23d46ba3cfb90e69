package io.weirworks.standalone.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Asks a part of the platform whether it is ready. */
final class ReadinessProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** A service, by its own word. */
  Readiness http(String address) {
    URI uri = URI.create("http://" + address + "/health/readiness");
    try {
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Readiness.READY : Readiness.not(reason(answer.body()));
    } catch (IOException e) {
      return Readiness.not("no answer from " + uri);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while asking " + uri);
    }
  }

  /** A server that takes connections. */
  static Readiness tcp(String address) {
    int colon = address.lastIndexOf(':');
    InetSocketAddress server =
        new InetSocketAddress(
            address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    try (Socket socket = new Socket()) {
      socket.connect(server, (int) PATIENCE.toMillis());
      return Readiness.READY;
    } catch (IOException e) {
      return Readiness.not("no connection to " + address);
    }
  }

  /** What a health answer of Micronaut says is down, with the details it gives. */
  static String reason(String body) {
    try {
      JsonNode answer = new ObjectMapper().readTree(body);
      List<String> reasons = new ArrayList<>();
      answer
          .path("details")
          .properties()
          .forEach(part -> addReason(part.getKey(), part.getValue(), reasons));
      return reasons.isEmpty()
          ? "status " + answer.path("status").asText("unknown")
          : String.join("; ", reasons);
    } catch (JsonProcessingException e) {
      return "answered: " + body.lines().findFirst().orElse("nothing");
    }
  }

  private static void addReason(String name, JsonNode part, List<String> reasons) {
    if (part.path("status").asText("").equals("UP")) {
      return;
    }
    JsonNode details = part.path("details");
    String why =
        details.hasNonNull("notReady")
            ? details.get("notReady").asText()
            : details.path("error").asText(details.isMissingNode() ? "down" : details.toString());
    reasons.add(name + ": " + why);
  }
}

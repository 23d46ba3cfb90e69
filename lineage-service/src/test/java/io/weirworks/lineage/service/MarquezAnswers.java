package io.weirworks.lineage.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.StreamSupport;

/** Answers as Marquez's web client reads them (types/api.ts and types/lineage.ts of 0.50). */
final class MarquezAnswers {

  static final String API = "/api/v1";

  static final String[] DATASET = {
    "id",
    "type",
    "name",
    "physicalName",
    "createdAt",
    "updatedAt",
    "namespace",
    "sourceName",
    "fields",
    "facets",
    "tags",
    "lastModifiedAt",
    "description",
    "deleted",
    "columnLineage"
  };

  static final String[] OF_JOB = {
    "id",
    "type",
    "name",
    "createdAt",
    "updatedAt",
    "namespace",
    "inputs",
    "outputs",
    "location",
    "description",
    "simpleName",
    "latestRun",
    "parentJobName",
    "parentJobUuid",
    "tags"
  };

  static final String[] RUN = {
    "id",
    "createdAt",
    "updatedAt",
    "nominalStartTime",
    "nominalEndTime",
    "state",
    "jobVersion",
    "startedAt",
    "endedAt",
    "durationMs",
    "args",
    "facets"
  };

  private MarquezAnswers() {}

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(one -> one.path(field).asText())
        .toList();
  }

  /** Those of an array that have the text there. */
  static List<JsonNode> all(JsonNode array, String pointer, String text) {
    return StreamSupport.stream(array.spliterator(), false)
        .filter(one -> one.at(pointer).asText().equals(text))
        .toList();
  }

  static JsonNode node(JsonNode graph, String id) {
    return StreamSupport.stream(graph.path("graph").spliterator(), false)
        .filter(node -> node.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not in " + graph));
  }

  static void hasFields(JsonNode object, String... names) {
    for (String name : names) {
      assertThat(object.has(name)).as(name + " of " + object).isTrue();
    }
  }
}

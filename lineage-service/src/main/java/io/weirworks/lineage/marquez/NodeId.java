package io.weirworks.lineage.marquez;

import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.openlineage.OpenLineageName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A node of Marquez's graphs: {@code dataset:namespace:name}, {@code job:namespace:name} or {@code
 * datasetField:namespace:name:field}. Namespaces and names may have colons too ({@code
 * hdfs://nn:8020}), so that a text may be read in several ways; which one is meant, only what is
 * known can tell.
 *
 * @param rest behind the type
 */
public record NodeId(Type type, String rest) {

  /** Ways to read a text at most. */
  private static final int MOST_READINGS = 16;

  /** What a node is. */
  public enum Type {
    DATASET("dataset"),
    DATASET_FIELD("datasetField"),
    JOB("job");

    private final String prefix;

    Type(String prefix) {
      this.prefix = prefix;
    }
  }

  /** Namespace and name. */
  public record Reading(String namespace, String name) {

    public Job job() {
      return new Job(namespace, name);
    }

    public Optional<DatasetRef> dataset() {
      return new OpenLineageName(namespace, name).dataset();
    }
  }

  /** Empty where it is no node's id. */
  public static Optional<NodeId> parse(String text) {
    return Arrays.stream(Type.values())
        .filter(type -> text.startsWith(type.prefix + ":"))
        .map(type -> new NodeId(type, text.substring(type.prefix.length() + 1)))
        .filter(id -> !id.readings().isEmpty())
        .findFirst();
  }

  public static String of(DatasetRef dataset) {
    OpenLineageName name = OpenLineageName.of(dataset);
    return Type.DATASET.prefix + ":" + name.namespace() + ":" + name.name();
  }

  public static String of(Job job) {
    return Type.JOB.prefix + ":" + job.namespace() + ":" + job.name();
  }

  public static String of(DatasetRef dataset, String field) {
    OpenLineageName name = OpenLineageName.of(dataset);
    return String.join(":", Type.DATASET_FIELD.prefix, name.namespace(), name.name(), field);
  }

  /** The field's name; of other nodes nothing. */
  public Optional<String> field() {
    return switch (type) {
      case DATASET_FIELD -> Optional.of(rest.substring(rest.lastIndexOf(':') + 1));
      case DATASET, JOB -> Optional.empty();
    };
  }

  /** All ways to read it, the shortest namespace first. */
  public List<Reading> readings() {
    String both =
        switch (type) {
          case DATASET_FIELD -> rest.substring(0, Math.max(0, rest.lastIndexOf(':')));
          case DATASET, JOB -> rest;
        };
    List<Reading> readings = new ArrayList<>();
    int colon = both.indexOf(':', 1);
    while (colon > 0 && colon < both.length() - 1 && readings.size() < MOST_READINGS) {
      readings.add(new Reading(both.substring(0, colon), both.substring(colon + 1)));
      colon = both.indexOf(':', colon + 1);
    }
    return readings;
  }
}

package io.weirworks.registry.computingresource;

import java.util.Arrays;
import java.util.Optional;

/** What a computing resource is (dataworks-semantics 10.1). */
public enum ComputingResourceType {
  /** The embedded engine: child processes of the executor. */
  LOCAL,
  /** EMR on ECS, DataLake cluster. */
  EMR_DATALAKE,
  /** EMR on ECS, custom cluster. */
  EMR_CUSTOM,
  /** EMR on ECS, Hadoop cluster. */
  EMR_HADOOP,
  /** EMR on ACK. */
  EMR_ON_ACK,
  /** EMR Serverless Spark workspace. */
  EMR_SERVERLESS_SPARK;

  static Optional<ComputingResourceType> named(String text) {
    return Arrays.stream(values()).filter(type -> type.name().equalsIgnoreCase(text)).findFirst();
  }
}

package io.weirworks.lineage.marquez;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.marquez.NodeId.Reading;
import io.weirworks.lineage.marquez.NodeId.Type;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of nodes as Marquez's clients write them. */
class NodeIdTest {

  @ParameterizedTest
  @CsvSource({
    "dataset:hive:flights.raw, DATASET, hive, flights.raw",
    "dataset:file:/data/raw.json, DATASET, file, /data/raw.json",
    "dataset:s3://bucket:/raw, DATASET, s3://bucket, /raw",
    "dataset:hdfs://nn:8020:/x/y, DATASET, hdfs://nn:8020, /x/y",
    "job:demo:flights.load, JOB, demo, flights.load",
    "job:spark:app.insert:x, JOB, spark, app.insert:x",
    "datasetField:hive:flights.raw:delay, DATASET_FIELD, hive, flights.raw",
    "datasetField:s3://bucket:/raw:delay, DATASET_FIELD, s3://bucket, /raw"
  })
  void idIsReadAsItsParts(String text, Type type, String namespace, String name) {
    // when
    NodeId id = NodeId.parse(text).orElseThrow();

    // then
    assertThat(id.type()).isEqualTo(type);
    assertThat(id.readings()).contains(new Reading(namespace, name));
    assertThat(id.field().isPresent()).isEqualTo(type == Type.DATASET_FIELD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dataset",
        "dataset:",
        "dataset:hive",
        "dataset:hive:",
        "dataset::x",
        "table:hive:x",
        "datasetField:hive:x",
        "job:demo"
      })
  void whatIsNoIdIsNotRead(String text) {
    assertThat(NodeId.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flights.raw",
        "lake.db.t",
        "path:/data/raw.json",
        "s3://bucket/raw",
        "s3://bucket",
        "hdfs://nn/x/y",
        "hdfs://nn:9000/x",
        "openlineage:kafka://broker:9092/topic",
        "openlineage:postgres://h:5432/db.public.t",
        "openlineage:elsewhere/t"
      })
  void idOfADatasetIsReadAsThatDataset(String name) {
    // given
    DatasetRef dataset = DatasetNames.parse(name).orElseThrow();

    // when
    List<Reading> ofDataset = NodeId.parse(NodeId.of(dataset)).orElseThrow().readings();
    NodeId field = NodeId.parse(NodeId.of(dataset, "delay")).orElseThrow();

    // then
    assertThat(ofDataset.stream().flatMap(one -> one.dataset().stream())).contains(dataset);
    assertThat(field.readings().stream().flatMap(one -> one.dataset().stream())).contains(dataset);
    assertThat(field.field()).contains("delay");
  }

  @Test
  void jobKeepsItsName() {
    Job job = new Job("demo", "flights.load");

    assertThat(NodeId.parse(NodeId.of(job)).orElseThrow().readings())
        .extracting(Reading::job)
        .containsExactly(job);
  }

  @Test
  void idOfManyColonsHasBoundedReadings() {
    assertThat(NodeId.parse("job:a" + ":b".repeat(1_000)).orElseThrow().readings())
        .hasSizeLessThan(20);
  }
}

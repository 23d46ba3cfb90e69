package io.weirworks.benchmarks.instances;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.contract.registry.WorkflowDeployed;
import io.weirworks.contract.registry.WorkspaceMode;
import io.weirworks.contract.registry.WorkspaceState;
import io.weirworks.contract.scheduler.RunWorkflow;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Registry-service and users, as far as records show them. */
final class Publisher implements AutoCloseable {

  private static final String SOURCE = "/benchmark";
  private static final int LARGEST = 16 << 20;

  private final AvroCodec codec;
  private final KafkaProducer<byte[], byte[]> producer;

  Publisher(String bootstrap, AvroCodec codec) {
    this.codec = codec;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrap,
                "compression.type", "lz4",
                "max.request.size", LARGEST),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** The workspace of all shapes. */
  void tellWorkspace() {
    tell(
        Shape.WORKSPACE_ID,
        WorkspaceState.newBuilder()
            .setWorkspaceId(Shape.WORKSPACE_ID)
            .setName(Shape.WORKSPACE)
            .setDisplayName(Shape.WORKSPACE)
            .setMode(WorkspaceMode.BASIC)
            .setTimeZone("UTC")
            .setCreatedAt(Instant.EPOCH)
            .build());
  }

  void deploy(Shape shape) {
    tell(shape.id(), shape.deployed());
  }

  /** Tells that a version was deployed. */
  void deployed(WorkflowDefinition definition, WorkflowDeployed event) {
    send(
        Service.REGISTRY.topic(TopicKind.EVENTS),
        Service.REGISTRY.source(),
        definition.getWorkflowId() + "/deployed",
        definition.getWorkspace() + "/" + definition.getName(),
        1,
        Instant.now(),
        event);
  }

  private void tell(String subject, SpecificRecord state) {
    send(
        Service.REGISTRY.topic(TopicKind.STATE),
        Service.REGISTRY.source(),
        subject + "/1",
        subject,
        1,
        Instant.now(),
        state);
    producer.flush();
  }

  /**
   * Asks for one instance of a workflow; nobody waits for a reply.
   *
   * @param id of the command
   * @param intended when it should leave: what latencies count from
   */
  void run(Shape shape, String id, Instant intended) {
    RunWorkflow command =
        RunWorkflow.newBuilder()
            .setWorkspace(Shape.WORKSPACE)
            .setWorkflow(shape.name())
            .setBizdate("2026-11-01")
            .build();
    send(Service.SCHEDULER.topic(TopicKind.COMMANDS), SOURCE, id, "", 0, intended, command);
  }

  private void send(
      String topic,
      String source,
      String id,
      String subject,
      long sequence,
      Instant time,
      SpecificRecord value) {
    Envelope envelope =
        new Envelope(
            id,
            source,
            value.getSchema().getFullName(),
            subject,
            time,
            Shape.WORKSPACE,
            "user:benchmark",
            null,
            null,
            id,
            sequence,
            null,
            List.of(),
            null);
    Future<?> _ =
        producer.send(
            new ProducerRecord<>(
                topic,
                null,
                (subject.isEmpty() ? id : subject).getBytes(UTF_8),
                codec.encode(value),
                EnvelopeHeaders.write(envelope).list()));
  }

  /** Returns when everything is with the broker. */
  void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}

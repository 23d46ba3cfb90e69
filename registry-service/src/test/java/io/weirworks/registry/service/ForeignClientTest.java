package io.weirworks.registry.service;

import static io.weirworks.registry.service.Commands.create;
import static io.weirworks.registry.service.Commands.deploy;
import static io.weirworks.registry.service.FlowSpecs.daily;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.contract.CommandAccepted;
import io.weirworks.infra.testing.Infra;
import io.weirworks.registry.foreign.ForeignClient;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.SchemaVersion;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.avro.Schema.Field;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Whoever has a stock Confluent client reads the topics with no code of ours (DESIGN 8). */
class ForeignClientTest {

  private final RegistryTown town = RegistryTown.shared();

  private List<JsonNode> decode(String... topics) {
    return ForeignClient.decode(town.bootstrap(), town.address(), List.of(topics));
  }

  @Test
  void everyRecordOfTheServicesTopicsIsDecoded() {
    // given
    town.workspace("foreign");
    CommandAccepted accepted =
        town.accepted(deploy("foreign", daily("job", "EMR_SHELL", "ls", "local")), "foreign");
    town.rejected(create("foreign"), "foreign");
    town.state(accepted.getSubject(), 1);
    List<TopicKind> kinds =
        List.of(
            TopicKind.COMMANDS,
            TopicKind.INTERNAL,
            TopicKind.REPLIES,
            TopicKind.EVENTS,
            TopicKind.STATE);
    // when
    List<JsonNode> decoded =
        decode(kinds.stream().map(Service.REGISTRY::topic).toArray(String[]::new));
    // then
    for (TopicKind kind : kinds) {
      assertThat(decoded)
          .filteredOn(record -> record.path("topic").asText().equals(Service.REGISTRY.topic(kind)))
          .hasSameSizeAs(town.read(kind));
    }
    assertThat(decoded)
        .filteredOn(record -> record.path("type").asText().endsWith(".WorkflowDeployed"))
        .anySatisfy(
            record -> {
              JsonNode definition = record.path("value").path("definition");
              assertThat(definition.path("workflowId").asText()).isEqualTo(accepted.getSubject());
              assertThat(definition.path("nodes").path(0).path("script").asText()).isEqualTo("ls");
            });
  }

  @Test
  void aRecordOfEverySchemaOfTheContractIsDecodedWithAllItsFields() throws Exception {
    // given
    String topic = Infra.freshName("samples");
    List<SchemaVersion> contract = SchemaCatalogue.contract().all();
    publishSamples(topic, contract);
    Map<String, List<String>> fields =
        contract.stream()
            .collect(
                Collectors.toMap(
                    version -> Integer.toString(version.id()),
                    version -> version.schema().getFields().stream().map(Field::name).toList()));
    // when
    List<JsonNode> decoded = decode(topic);
    // then
    assertThat(decoded)
        .hasSameSizeAs(contract)
        .allSatisfy(
            record ->
                assertThat(fields)
                    .containsEntry(
                        record.path("type").asText(),
                        record.path("value").propertyStream().map(Map.Entry::getKey).toList()));
  }

  private void publishSamples(String topic, List<SchemaVersion> contract) throws Exception {
    Map<String, Object> config = Map.of("bootstrap.servers", town.bootstrap());
    try (Admin admin = Admin.create(config);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
      for (SchemaVersion version : contract) {
        ProducerRecord<byte[], byte[]> record =
            new ProducerRecord<>(topic, Samples.framed(version));
        record
            .headers()
            .add(CloudEventHeaders.TYPE, Integer.toString(version.id()).getBytes(UTF_8));
        Future<?> _ = producer.send(record);
      }
    }
  }
}

package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.RunningLineage.KAFKA;

import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.contract.registry.WorkflowKind;
import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.contract.scheduler.BaselineKind;
import io.weirworks.contract.scheduler.BaselineState;
import io.weirworks.contract.scheduler.BaselineTask;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeInstanceFailed;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.WorkflowInstanceType;
import io.weirworks.infra.testing.Infra;
import io.weirworks.messaging.client.Command;
import io.weirworks.messaging.client.CommandClient;
import io.weirworks.messaging.client.Reply;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;

/** What scheduler and registry tell of the workflow that pipelines run in, and people who ask. */
final class Neighbours {

  private static final String WORKFLOW_INSTANCE = "wi-impact";

  private Neighbours() {}

  /** A node instance of the workflow, as far as it is. */
  static void tell(String id, long sequence, InstanceStatus status, String node) throws Exception {
    NodeInstanceState state =
        NodeInstanceState.newBuilder()
            .setNodeInstanceId(id)
            .setWorkflowInstanceId(WORKFLOW_INSTANCE)
            .setType(WorkflowInstanceType.NORMAL)
            .setWorkspaceId("ws-1")
            .setWorkspace("demo")
            .setWorkflowId("wf-1")
            .setWorkflow("flights")
            .setWorkflowVersion(1)
            .setNodeId("node-" + node)
            .setNode(node)
            .setCommand("EMR_SPARK_SQL")
            .setBizdate("2001-01-02")
            .setScheduledTime(Instant.EPOCH)
            .setStatus(status)
            .setCreatedAt(Instant.EPOCH)
            .build();
    KAFKA.tell(Service.SCHEDULER, TopicKind.STATE, WORKFLOW_INSTANCE, id, sequence, state);
  }

  static void tellFailed(String id, String node) throws Exception {
    tellFailed(KAFKA, id, node);
  }

  static void tellFailed(Kafka kafka, String id, String node) throws Exception {
    NodeInstanceFailed event =
        NodeInstanceFailed.newBuilder()
            .setNodeInstanceId(id)
            .setWorkflowInstanceId(WORKFLOW_INSTANCE)
            .setWorkspace("demo")
            .setWorkflow("flights")
            .setNode(node)
            .setBizdate("2001-01-02")
            .setAttempt(2)
            .setCode("NonZeroExit")
            .setMessage("exit code 1")
            .setEndedAt(Instant.EPOCH)
            .build();
    kafka.tell(Service.SCHEDULER, TopicKind.EVENTS, WORKFLOW_INSTANCE, id, 3, event);
  }

  static void tellWorkflow(String owner, String node) throws Exception {
    WorkflowDefinition definition =
        WorkflowDefinition.newBuilder()
            .setWorkflowId("wf-1")
            .setWorkspaceId("ws-1")
            .setWorkspace("demo")
            .setName("flights")
            .setVersion(1)
            .setKind(WorkflowKind.CYCLE_WORKFLOW)
            .setOwner(owner)
            .setTimeZone("UTC")
            .setNodes(
                List.of(
                    NodeDefinition.newBuilder()
                        .setId("node-" + node)
                        .setName(node)
                        .setCommand("EMR_SPARK_SQL")
                        .setScript("SELECT 1")
                        .build()))
            .setSpecSha256("0".repeat(64))
            .build();
    tellState(
        Service.REGISTRY,
        "wf-1",
        WorkflowState.newBuilder().setDefinition(definition).setDeployedAt(Instant.EPOCH).build());
  }

  static void tellBaseline(String name, String node) throws Exception {
    tellState(
        Service.SCHEDULER,
        "baseline-" + name,
        BaselineState.newBuilder()
            .setBaselineId("baseline-" + name)
            .setWorkspaceId("ws-1")
            .setWorkspace("demo")
            .setName(name)
            .setKind(BaselineKind.DAY)
            .setTasks(List.of(new BaselineTask("wf-1", "flights", "node-" + node, node)))
            .setPriority(7)
            .setCommittedTimes(List.of("08:00"))
            .setAlertMarginMinutes(10)
            .setTimeZone("UTC")
            .setOpenedThrough("2001-01-01")
            .setDefinedAt(Instant.EPOCH)
            .build());
  }

  private static void tellState(Service service, String subject, SpecificRecord state)
      throws Exception {
    KAFKA.tell(service, TopicKind.STATE, subject, subject, 1, state);
  }

  /** Asks the lineage service and waits for its reply. */
  static Reply ask(SpecificRecord command) throws Exception {
    Map<String, Object> kafka =
        Map.of("bootstrap.servers", Infra.shared().broker().bootstrapServers());
    AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
    try (CommandClient client = new CommandClient(kafka, codec, List.of(Service.LINEAGE))) {
      return client
          .send(Command.of(Service.LINEAGE, "/test", "user:ada", "any", null, command))
          .get(RunningLineage.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }
}

package io.weirworks.examples.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.WaitReason;
import io.weirworks.contract.scheduler.WorkflowInstanceType;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveInstancesTest {

  private static final String TYPE = NodeInstanceState.getClassSchema().getFullName();

  private static NodeInstanceState state(
      String id, String node, InstanceStatus status, @Nullable WaitReason reason) {
    return NodeInstanceState.newBuilder()
        .setNodeInstanceId(id)
        .setWorkflowInstanceId("wi-1")
        .setType(WorkflowInstanceType.SUPPLEMENT_DATA)
        .setWorkspaceId("ws-1")
        .setWorkspace("demo")
        .setWorkflowId("wf-1")
        .setWorkflow("flights")
        .setWorkflowVersion(1)
        .setNodeId(node)
        .setNode(node)
        .setCommand("EMR_SPARK_SQL")
        .setBizdate("2001-01-01")
        .setScheduledTime(Instant.EPOCH)
        .setStatus(status)
        .setWaitReason(reason)
        .setCreatedAt(Instant.EPOCH)
        .build();
  }

  private static void tell(
      Scheduler scheduler, String id, long sequence, @Nullable NodeInstanceState state)
      throws Exception {
    scheduler.tell(TopicKind.STATE, id, TYPE, id, sequence, "", state);
  }

  private static void readUntil(LiveInstances live, int instances, String inTable) {
    for (int i = 0; i < 100; i++) {
      live.poll(Duration.ofMillis(200));
      if (live.instances().size() == instances && live.table().contains(inTable)) {
        return;
      }
    }
    assertThat(live.table()).contains(inTable);
    assertThat(live.instances()).hasSize(instances);
  }

  @Test
  void tableFollowsTheStateTopicFromItsStart() throws Exception {
    try (Scheduler scheduler = new Scheduler()) {
      // given
      tell(scheduler, "n1", 1, state("n1", "clean", InstanceStatus.RUNNING, WaitReason.RUN_END));
      tell(scheduler, "n2", 1, state("n2", "report", InstanceStatus.NOT_RUN, WaitReason.UPSTREAM));
      tell(scheduler, "n3", 1, state("n3", "gone", InstanceStatus.NOT_RUN, WaitReason.UPSTREAM));
      scheduler.tell(
          TopicKind.STATE, "w1", "io.weirworks.contract.scheduler.Later", "w1", 1, "", null);

      try (LiveInstances live = new LiveInstances(scheduler.bootstrapServers)) {
        // when
        readUntil(live, 3, "RUN_END");
        tell(scheduler, "n1", 3, state("n1", "clean", InstanceStatus.SUCCESS, null));
        tell(scheduler, "n1", 2, state("n1", "clean", InstanceStatus.RUNNING, WaitReason.RUN_END));
        tell(scheduler, "n3", 2, null);
        tell(scheduler, "n2", 2, state("n2", "report", InstanceStatus.SUCCESS, null));
        readUntil(live, 2, "report               SUCCESS");

        // then
        assertThat(live.table())
            .isEqualTo(
                """
                flights              2001-01-01 clean                SUCCESS
                flights              2001-01-01 report               SUCCESS""");
      }
    }
  }
}

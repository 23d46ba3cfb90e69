package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.contract.scheduler.BaselineTaskFailed;
import io.weirworks.contract.scheduler.BaselineTaskRecovered;
import io.weirworks.contract.scheduler.BaselineTaskSlow;
import io.weirworks.contract.scheduler.BaselineTrouble;
import io.weirworks.contract.scheduler.BaselineTroubledTask;
import io.weirworks.scheduler.baseline.BaselineInstance;
import io.weirworks.scheduler.baseline.TroubledTask;

/** What a baseline's instance tells of its troubled tasks, as the contract has it. */
record TroubleRecords(BaselineInstance instance) {

  BaselineTaskFailed failed(TroubledTask task) {
    return BaselineTaskFailed.newBuilder()
        .setBaselineInstanceId(instance.id().value().toString())
        .setBaselineId(instance.baseline().value().toString())
        .setWorkspace(instance.definition().workspace())
        .setBaseline(instance.definition().name())
        .setBizdate(instance.bizdate().toString())
        .setCycle(instance.cycle())
        .setNodeInstanceId(task.instance().value().toString())
        .setWorkflowInstanceId(task.workflowInstance().value().toString())
        .setWorkflow(task.workflow())
        .setNode(task.node())
        .setAttempt(task.trouble().attempt())
        .build();
  }

  BaselineTaskSlow slow(TroubledTask task) {
    if (!(task.trouble() instanceof TroubledTask.Slow slow)) {
      throw new IllegalArgumentException(task + " is not slow");
    }
    return BaselineTaskSlow.newBuilder()
        .setBaselineInstanceId(instance.id().value().toString())
        .setBaselineId(instance.baseline().value().toString())
        .setWorkspace(instance.definition().workspace())
        .setBaseline(instance.definition().name())
        .setBizdate(instance.bizdate().toString())
        .setCycle(instance.cycle())
        .setNodeInstanceId(task.instance().value().toString())
        .setWorkflowInstanceId(task.workflowInstance().value().toString())
        .setWorkflow(task.workflow())
        .setNode(task.node())
        .setAttempt(slow.attempt())
        .setStartedAt(slow.startedAt())
        .setAverageMs(slow.average().toMillis())
        .build();
  }

  BaselineTaskRecovered recovered(TroubledTask task) {
    return BaselineTaskRecovered.newBuilder()
        .setBaselineInstanceId(instance.id().value().toString())
        .setBaselineId(instance.baseline().value().toString())
        .setWorkspace(instance.definition().workspace())
        .setBaseline(instance.definition().name())
        .setBizdate(instance.bizdate().toString())
        .setCycle(instance.cycle())
        .setTrouble(trouble(task))
        .setNodeInstanceId(task.instance().value().toString())
        .setWorkflow(task.workflow())
        .setNode(task.node())
        .setAttempt(task.trouble().attempt())
        .build();
  }

  static BaselineTroubledTask state(TroubledTask task) {
    return BaselineTroubledTask.newBuilder()
        .setTrouble(trouble(task))
        .setNodeInstanceId(task.instance().value().toString())
        .setWorkflow(task.workflow())
        .setNode(task.node())
        .setAttempt(task.trouble().attempt())
        .build();
  }

  private static BaselineTrouble trouble(TroubledTask task) {
    return switch (task.trouble()) {
      case TroubledTask.Failed _ -> BaselineTrouble.FAILED;
      case TroubledTask.Slow _ -> BaselineTrouble.SLOW;
    };
  }
}

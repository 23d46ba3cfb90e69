package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.contract.scheduler.BaselineFinish;
import io.weirworks.contract.scheduler.BaselineInstanceOpened;
import io.weirworks.contract.scheduler.BaselineInstanceState;
import io.weirworks.contract.scheduler.BaselineStatus;
import io.weirworks.contract.scheduler.BaselineStatusChanged;
import io.weirworks.contract.scheduler.BaselineStep;
import io.weirworks.scheduler.baseline.BaselineInstance;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent;
import io.weirworks.scheduler.baseline.Forecast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Events and state record of a baseline's instance as the contract has them.
 *
 * @param instance after the event
 */
record BaselineInstanceRecords(BaselineInstance instance) {

  private static final int MOST_TROUBLES = 100;

  SpecificRecord event(BaselineInstanceEvent event) {
    TroubleRecords troubles = new TroubleRecords(instance);
    return switch (event) {
      case BaselineInstanceEvent.BaselineInstanceOpened _ -> opened();
      case BaselineInstanceEvent.BaselineStatusChanged it -> changed(it);
      case BaselineInstanceEvent.BaselineTaskFailed(var task) -> troubles.failed(task);
      case BaselineInstanceEvent.BaselineTaskSlow(var task) -> troubles.slow(task);
      case BaselineInstanceEvent.BaselineTaskRecovered(var task) -> troubles.recovered(task);
      case BaselineInstanceEvent.Untold it ->
          throw new IllegalArgumentException(it + " is not told");
    };
  }

  private BaselineInstanceOpened opened() {
    return BaselineInstanceOpened.newBuilder()
        .setBaselineInstanceId(instance.id().value().toString())
        .setBaselineId(instance.baseline().value().toString())
        .setWorkspace(instance.definition().workspace())
        .setBaseline(instance.definition().name())
        .setBizdate(instance.bizdate().toString())
        .setCycle(instance.cycle())
        .setAlertTime(instance.alertAt())
        .setCommittedTime(instance.committedAt())
        .build();
  }

  private BaselineStatusChanged changed(BaselineInstanceEvent.BaselineStatusChanged event) {
    return BaselineStatusChanged.newBuilder()
        .setBaselineInstanceId(instance.id().value().toString())
        .setBaselineId(instance.baseline().value().toString())
        .setWorkspace(instance.definition().workspace())
        .setBaseline(instance.definition().name())
        .setBizdate(instance.bizdate().toString())
        .setCycle(instance.cycle())
        .setStatus(BaselineStatus.valueOf(event.status().name()))
        .setPreviousStatus(BaselineStatus.valueOf(event.before().name()))
        .setFinish(BaselineFinish.valueOf(event.finish().name()))
        .setEstimatedFinish(event.forecast().finish())
        .setAlertTime(instance.alertAt())
        .setCommittedTime(instance.committedAt())
        .setKeyPath(path(event.forecast()))
        .build();
  }

  BaselineInstanceState state() {
    Instant finish = instance.forecast().finish();
    return BaselineInstanceState.newBuilder()
        .setBaselineInstanceId(instance.id().value().toString())
        .setBaselineId(instance.baseline().value().toString())
        .setWorkspace(instance.definition().workspace())
        .setBaseline(instance.definition().name())
        .setBizdate(instance.bizdate().toString())
        .setCycle(instance.cycle())
        .setPriority(instance.definition().priority())
        .setAlertTime(instance.alertAt())
        .setCommittedTime(instance.committedAt())
        .setStatus(BaselineStatus.valueOf(instance.status().name()))
        .setFinish(BaselineFinish.valueOf(instance.finish().name()))
        .setEstimatedFinish(finish)
        .setMarginMs(
            finish == null ? null : Duration.between(finish, instance.committedAt()).toMillis())
        .setKeyPath(path(instance.forecast()))
        .setTroubles(
            instance.troubles().stream().limit(MOST_TROUBLES).map(TroubleRecords::state).toList())
        .setWatched(instance.watched())
        .setOpenedAt(instance.openedAt())
        .build();
  }

  private static List<BaselineStep> path(Forecast forecast) {
    return forecast.keyPath().stream()
        .map(
            step ->
                BaselineStep.newBuilder()
                    .setNodeInstanceId(step.instance().value().toString())
                    .setWorkflowInstanceId(step.workflowInstance().value().toString())
                    .setWorkflow(step.workflow())
                    .setNode(step.node())
                    .setScheduledTime(step.scheduledTime())
                    .setStartsAt(step.startsAt())
                    .setFinishesAt(step.finishesAt())
                    .setEnded(step.ended())
                    .build())
        .toList();
  }
}

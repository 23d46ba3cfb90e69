package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.TimerHandler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.baseline.BaselineInstance;
import io.weirworks.scheduler.baseline.BaselineInstanceDecider;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent.WatchEnded;
import io.weirworks.scheduler.baseline.InstanceGraph;
import io.weirworks.scheduler.baseline.Situation;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A baseline's instance is looked at: each minute while it is watched. */
@Singleton
public final class BaselineInstanceTimer implements TimerHandler {

  static final String KIND = "BASELINE_LOOK";

  private final Definitions definitions;
  private final RunDurations durations;

  BaselineInstanceTimer(Definitions definitions, RunDurations durations) {
    this.definitions = definitions;
    this.durations = durations;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Decision decide(String subject, Asked asked, Work work) {
    return work.find(BaselineInstanceKind.BASELINE_INSTANCE, subject)
        .filter(BaselineInstance::watched)
        .map(instance -> look(instance, asked.now(), work))
        .orElseGet(Decision::nothing);
  }

  private Decision look(BaselineInstance instance, Instant now, Work work) {
    boolean removed =
        work.find(BaselineKind.BASELINE, instance.baseline().value().toString()).isEmpty();
    List<BaselineInstanceEvent> events =
        removed
            ? List.of(new WatchEnded())
            : BaselineInstanceDecider.look(instance, situation(instance, now, work));
    SubjectRef<BaselineInstance, BaselineInstanceEvent> subject =
        BaselineInstanceKind.ref(instance.id());
    List<Effect> effects = new ArrayList<>();
    BaselineInstance after = instance;
    for (BaselineInstanceEvent event : events) {
      after = BaselineInstance.evolve(after, event);
      effects.add(
          switch (event) {
            case BaselineInstanceEvent.Told told -> new Effect.Tell<>(subject, told);
            case BaselineInstanceEvent.Untold untold -> new Effect.Change<>(subject, untold);
          });
    }
    BaselineInstanceDecider.next(after, now)
        .ifPresent(due -> effects.add(new Effect.SetTimer(subject, KIND, due)));
    return Decision.effects(effects);
  }

  private Situation situation(BaselineInstance instance, Instant now, Work work) {
    StoredWatchedNodes nodes = new StoredWatchedNodes(definitions, work);
    InstanceGraph graph = InstanceGraph.of(nodes, instance);
    return new Situation(
        graph,
        MadeInstances.of(graph.instances().keySet(), work),
        key ->
            nodes
                .find(key)
                .flatMap(
                    node ->
                        durations.mean(
                            new RunDurations.RunNode(
                                instance.definition().workspace(), node.workflowName(), key.node()),
                            now,
                            work)),
        now);
  }
}

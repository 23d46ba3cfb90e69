package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.dependency.Answer;
import io.weirworks.scheduler.identity.NodeInstanceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The instances of other workflow instances that a node instance waits for.
 *
 * @param isolated it depends on nodes of which none has an instance that day: it never starts
 *     (dataworks-semantics 5.5)
 */
public record AwaitedInstances(List<AwaitedInstance> instances, boolean isolated) {
  /** Of a node that depends on nothing outside its workflow instance. */
  public static final AwaitedInstances NONE = new AwaitedInstances(List.of(), false);

  public AwaitedInstances {
    instances = List.copyOf(instances);
  }

  /** Whether it may start. */
  public boolean areSatisfied() {
    return !isolated && instances.stream().allMatch(AwaitedInstance::isSatisfied);
  }

  /** Those that never come, as far as is known. */
  public List<AwaitedInstance> never() {
    return instances.stream()
        .filter(instance -> instance.answer() instanceof Answer.Never)
        .toList();
  }

  /** What it waits for. */
  WaitReason reason() {
    if (isolated) {
      return WaitReason.ISOLATED;
    }
    return never().isEmpty() ? WaitReason.UPSTREAM : WaitReason.UPSTREAM_NEVER;
  }

  /** What never comes and why, for people; empty: nothing of that kind is known. */
  public Optional<String> whyNever() {
    List<AwaitedInstance> never = never();
    return never.isEmpty()
        ? Optional.empty()
        : Optional.of(
            never.size() == 1
                ? never.getFirst().inWords()
                : "%s, and %d more like it"
                    .formatted(never.getFirst().inWords(), never.size() - 1));
  }

  /** Those that it still waits for. */
  public List<AwaitedInstance> open() {
    return instances.stream().filter(instance -> !instance.isSatisfied()).toList();
  }

  /** After one of them said how it stands; late and repeated answers change nothing. */
  AwaitedInstances learning(NodeInstanceId upstream, long sequence, Answer answer) {
    return new AwaitedInstances(
        instances.stream()
            .map(
                instance ->
                    instance.nodeInstance().equals(upstream) && sequence >= instance.sequence()
                        ? instance.saying(sequence, answer)
                        : instance)
            .toList(),
        isolated);
  }

  /** As if some of them had succeeded for good. */
  AwaitedInstances without(List<NodeInstanceId> removed) {
    AwaitedInstances left = this;
    for (NodeInstanceId upstream : removed) {
      left = left.learning(upstream, Long.MAX_VALUE, new Answer.Satisfied());
    }
    return left;
  }

  /** These, with what is known from before. */
  AwaitedInstances remembering(AwaitedInstances before) {
    Map<NodeInstanceId, AwaitedInstance> known =
        before.instances.stream()
            .collect(Collectors.toMap(AwaitedInstance::nodeInstance, Function.identity()));
    return new AwaitedInstances(
        instances.stream()
            .map(instance -> known.getOrDefault(instance.nodeInstance(), instance))
            .toList(),
        isolated);
  }
}

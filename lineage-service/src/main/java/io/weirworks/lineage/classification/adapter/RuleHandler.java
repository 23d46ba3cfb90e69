package io.weirworks.lineage.classification.adapter;

import io.weirworks.contract.lineage.DeleteClassificationRule;
import io.weirworks.contract.lineage.SetClassificationRule;
import io.weirworks.lineage.classification.ClassificationRule;
import io.weirworks.lineage.classification.RuleEvent;
import io.weirworks.lineage.decision.Decision;
import io.weirworks.lineage.decision.adapter.Decisions;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Decides one type of command about rules, all of them in one order.
 *
 * @param name of the rule that a command is about
 */
public record RuleHandler<R extends SpecificRecord>(
    Class<R> type, Function<R, String> name, Rule<R> rule) implements Handler<R> {

  /** The domain's rule for a command. */
  @FunctionalInterface
  public interface Rule<R> {
    Decision<RuleEvent> decide(@Nullable ClassificationRule state, R command);
  }

  /** One for each command. */
  public static List<Handler<?>> all() {
    return List.of(
        new RuleHandler<>(
            SetClassificationRule.class,
            SetClassificationRule::getName,
            (state, command) ->
                RuleRecords.fault(command)
                    .<Decision<RuleEvent>>map(Decision::refused)
                    .orElseGet(() -> ClassificationRule.set(state, RuleRecords.domain(command)))),
        new RuleHandler<>(
            DeleteClassificationRule.class,
            DeleteClassificationRule::getName,
            (state, command) -> ClassificationRule.delete(state, command.getName())));
  }

  @Override
  public Optional<String> orderingKey(R command, Envelope envelope, Work work) {
    return Optional.of(RuleKind.ORDERING_KEY);
  }

  @Override
  public void load(List<R> commands, Work work) {
    work.load(RuleKind.RULE, commands.stream().map(name).map(RuleKind::id).toList());
  }

  @Override
  public io.weirworks.messaging.Decision decide(R command, Asked asked, Work work) {
    String named = name.apply(command);
    return Decisions.of(
        RuleKind.ref(named),
        rule.decide(work.find(RuleKind.RULE, RuleKind.id(named)).orElse(null), command));
  }
}

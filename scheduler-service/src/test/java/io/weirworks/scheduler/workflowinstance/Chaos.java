package io.weirworks.scheduler.workflowinstance;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.controlflow.OutputValue;
import io.weirworks.scheduler.controlflow.RunOutput;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.RunId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.RunFact;
import io.weirworks.scheduler.instance.Timer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An executor, a clock and operators that behave as badly as they may: facts are repeated, late and
 * out of order.
 */
final class Chaos {
  private final World world;
  private final Map<RunId, Long> sequences = new LinkedHashMap<>();
  private final Map<RunId, Effect.DispatchRun> live = new LinkedHashMap<>();
  private final List<NodeInstanceCommand.ReportRun> told = new ArrayList<>();
  private final List<NodeInstanceId> toldTo = new ArrayList<>();
  private final Operators operators;
  private int seen;

  Chaos(World world) {
    this.world = world;
    this.operators = new Operators(world);
  }

  /** One random move, told by a number. */
  void move(int number) {
    accept();
    int choice = number / 26;
    switch (number % 26) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 -> advance(choice);
      case 10, 11, 12 -> repeat(choice);
      case 13, 14, 15 -> fire(choice);
      case 16, 17 -> staleTimer(choice);
      case 18 -> cancelNode(choice);
      case 19, 20, 21, 22, 23, 24 -> operators.operate(choice);
      default -> {
        if (choice % 3 == 0) {
          world.stop();
        }
      }
    }
  }

  /** Lets everything that was begun come to its end. */
  void drain() {
    operators.unfreezeAll();
    for (int rounds = 0; world.flow().counts().open() > 0; rounds++) {
      assertThat(rounds).as("everything ends").isLessThan(1000);
      accept();
      if (!live.isEmpty()) {
        advance(4);
      } else {
        fire(0);
      }
    }
  }

  private void accept() {
    for (; seen < world.effects.size(); seen++) {
      if (world.effects.get(seen) instanceof Effect.DispatchRun dispatch) {
        live.put(dispatch.run(), dispatch);
      }
    }
  }

  private void advance(int choice) {
    if (live.isEmpty()) {
      return;
    }
    Effect.DispatchRun run = List.copyOf(live.values()).get(choice % live.size());
    long sequence = sequences.merge(run.run(), 1L, Long::sum);
    RunFact fact = fact(choice / 16, run, sequence);
    if (ends(fact)) {
      live.remove(run.run());
    }
    tell(run.nodeInstance(), new NodeInstanceCommand.ReportRun(fact));
  }

  private RunFact fact(int choice, Effect.DispatchRun run, long sequence) {
    int attempt = run.attempt();
    if (world.stopped.contains(run.run()) && choice % 2 == 0) {
      return new RunFact.Cancelled(attempt, sequence, null, world.now);
    }
    return switch (choice % 14) {
      case 0, 1, 2 ->
          new RunFact.Succeeded(attempt, sequence, null, world.now, output(run, choice / 14));
      case 3, 4 -> new RunFact.Queued(attempt, sequence);
      case 5, 6 -> new RunFact.Started(attempt, sequence, world.now);
      case 7 -> failed(attempt, sequence, RunFact.Cause.ERROR);
      case 8 -> failed(attempt, sequence, RunFact.Cause.LOST);
      case 9 -> failed(attempt, sequence, RunFact.Cause.TIMEOUT);
      case 10, 11 -> new RunFact.Unconfirmed(attempt, sequence);
      case 12 -> new RunFact.Refused(attempt, sequence, "NoSuchResource", "refused");
      default -> new RunFact.Refused(attempt, sequence, RunFact.Refused.NOT_YET_KNOWN, "refused");
    };
  }

  /** A list has 0 to 4 elements; END says to go on sometimes, mostly to stop, or nothing. */
  private static RunOutput output(Effect.DispatchRun run, int choice) {
    if (run.node().value().startsWith("list")) {
      return new RunOutput(
          new OutputValue.Elements(Collections.nCopies(choice % 5, "element")), false);
    }
    return switch (choice % 8) {
      case 0 -> RunOutput.NONE;
      case 1, 2 -> said("True");
      case 3 -> said("1");
      default -> said("False");
    };
  }

  private static RunOutput said(String line) {
    return new RunOutput(new OutputValue.Elements(List.of(line)), false);
  }

  private void send(NodeInstanceId node, NodeInstanceCommand.Outer command) {
    world.send(new WorkflowInstanceCommand.ForNodeInstance(node, command));
  }

  private static boolean ends(RunFact fact) {
    return switch (fact) {
      case RunFact.Queued _, RunFact.Started _, RunFact.Unconfirmed _ -> false;
      case RunFact.Succeeded _, RunFact.Failed _, RunFact.Cancelled _, RunFact.Refused _ -> true;
    };
  }

  private RunFact failed(int attempt, long sequence, RunFact.Cause cause) {
    return new RunFact.Failed(attempt, sequence, cause, "E", "failed", null, null, world.now);
  }

  private void repeat(int choice) {
    if (!told.isEmpty()) {
      int index = choice % told.size();
      int facts = world.facts.size();
      send(toldTo.get(index), told.get(index));
      assertThat(world.facts).as("a repeated fact changes nothing").hasSize(facts);
    }
  }

  private void tell(NodeInstanceId node, NodeInstanceCommand.ReportRun report) {
    told.add(report);
    toldTo.add(node);
    world.report(node, report.fact());
  }

  private void fire(int choice) {
    if (!world.timers.isEmpty()) {
      fire(List.copyOf(world.timers.keySet()).get(choice % world.timers.size()));
    }
  }

  /** Lets the timer of a node instance become due. */
  void fire(NodeInstanceId node) {
    Timer timer = Objects.requireNonNull(world.timers.get(node));
    if (timer.due().isAfter(world.now)) {
      world.now = timer.due();
    }
    send(node, new NodeInstanceCommand.FireTimer(timer.kind()));
  }

  private void staleTimer(int choice) {
    if (!world.nodes.isEmpty()) {
      NodeInstance node = List.copyOf(world.nodes.values()).get(choice % world.nodes.size());
      boolean due = node.timer().filter(timer -> !timer.due().isAfter(world.now)).isPresent();
      int facts = world.facts.size();
      for (Timer.Kind kind : Timer.Kind.values()) {
        if (!due) {
          send(node.id(), new NodeInstanceCommand.FireTimer(kind));
        }
      }
      assertThat(world.facts).as("a stale timer changes nothing").hasSize(facts);
    }
  }

  private void cancelNode(int choice) {
    if (!world.nodes.isEmpty()) {
      NodeInstance node = List.copyOf(world.nodes.values()).get(choice % world.nodes.size());
      send(node.id(), new NodeInstanceCommand.Cancel("chaos"));
    }
  }
}

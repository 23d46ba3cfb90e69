package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.controlflow.Fault;
import io.weirworks.scheduler.controlflow.FaultCode;
import io.weirworks.scheduler.controlflow.Loop;
import io.weirworks.scheduler.controlflow.LoopProgress;
import io.weirworks.scheduler.controlflow.LoopVariables;
import io.weirworks.scheduler.controlflow.OutputRule;
import io.weirworks.scheduler.controlflow.OutputValue;
import io.weirworks.scheduler.controlflow.RunOutput;
import io.weirworks.scheduler.controlflow.Verdict;
import io.weirworks.scheduler.identity.Iteration;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.LoopStop;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.NodeState.Looping;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * The turns of loops while a decision is being made: their node instances are made when a turn
 * begins, and it ends when nothing of it goes on, as a workflow instance does.
 *
 * @param steps what is still to do, next first; ends of turns are looked for after all else
 * @param decide lets the node instance at a place decide
 */
record Turns(
    WorkflowGraph graph,
    Draft draft,
    Deque<Step> steps,
    BiConsumer<Place, NodeInstanceCommand> decide) {

  /** The place of a node; number 0: it is in no loop. */
  Place place(int index, int number) {
    NodeId loop = graph.node(index).steering().loop();
    return loop == null || number == 0
        ? new Place(index, null)
        : new Place(index, new Iteration(node(graph.index(loop)).attempt(), number));
  }

  private NodeInstance node(int loop) {
    return draft.node(id(new Place(loop, null)));
  }

  private NodeInstanceId id(Place place) {
    return place.id(draft.flow().plan().id(), graph);
  }

  boolean isStopping(Place place) {
    NodeId loop = graph.node(place.index()).steering().loop();
    return loop != null
        && node(graph.index(loop)).state() instanceof Looping(var _, var _, var _, LoopStop stop)
        && stop != null;
  }

  /** Takes what follows for loops from a node instance that came from one state to the next. */
  void follow(Place place, NodeState before, NodeState after) {
    NodeId loop = graph.node(place.index()).steering().loop();
    if (loop != null) {
      endLater(graph.index(loop));
    }
    if (after instanceof Looping(var _, var _, LoopProgress progress, LoopStop stop)) {
      beginNew(place.index(), before, progress);
      boolean stopped = before instanceof Looping looping && looping.stop() == null && stop != null;
      if (stopped) {
        progress.running().keySet().stream()
            .map(number -> new Step.CancelTurn(place.index(), number, 0))
            .forEach(steps::push);
      }
    }
  }

  private void endLater(int loop) {
    Step end = new Step.EndTurns(loop);
    if (!steps.contains(end)) {
      steps.addLast(end);
    }
  }

  private void beginNew(int loop, NodeState before, LoopProgress progress) {
    Set<Integer> begun = new TreeSet<>(progress.running().keySet());
    if (before instanceof Looping looping) {
      begun.removeAll(looping.progress().running().keySet());
    }
    new ArrayList<>(begun)
        .reversed()
        .forEach(number -> steps.push(new Step.CreateTurn(loop, number, 0)));
  }

  void create(Step.CreateTurn step) {
    List<Integer> inside = graph.inside(step.loop());
    if (step.nextNode() < inside.size()) {
      steps.push(new Step.CreateTurn(step.loop(), step.number(), step.nextNode() + 1));
      draft.create(place(inside.get(step.nextNode()), step.number()));
    } else {
      endLater(step.loop());
      steps.push(new Step.StartTurn(step.loop(), step.number(), 0));
    }
  }

  void start(Step.StartTurn step) {
    List<Integer> inside = graph.inside(step.loop());
    if (step.nextNode() < inside.size()) {
      steps.push(new Step.StartTurn(step.loop(), step.number(), step.nextNode() + 1));
      int index = inside.get(step.nextNode());
      if (graph.upstreamCount(index) == 0) {
        decide.accept(place(index, step.number()), new NodeInstanceCommand.Start());
      }
    }
  }

  void cancel(Step.CancelTurn step) {
    List<Integer> inside = graph.inside(step.loop());
    if (step.nextNode() < inside.size()
        && node(step.loop()).state() instanceof Looping(var _, var _, var _, LoopStop stop)
        && stop != null) {
      steps.push(new Step.CancelTurn(step.loop(), step.number(), step.nextNode() + 1));
      Place place = place(inside.get(step.nextNode()), step.number());
      if (!(draft.node(id(place)).state() instanceof NodeState.Ended)) {
        decide.accept(place, new NodeInstanceCommand.Cancel(reason(stop)));
      }
    }
  }

  private static String reason(LoopStop stop) {
    String said = stop.reason();
    return stop.timedOut() ? "the loop timed out" : said == null ? "the loop was cancelled" : said;
  }

  /** Ends one turn that is over; others are looked for again after what follows from it. */
  void end(int loop) {
    if (node(loop).state() instanceof Looping(var _, var _, LoopProgress progress, var _)) {
      Optional<Integer> over =
          progress.running().entrySet().stream()
              .filter(turn -> turn.getValue() == 0)
              .map(turn -> turn.getKey())
              .findFirst();
      over.ifPresent(
          number -> {
            endLater(loop);
            decide.accept(
                new Place(loop, null),
                new NodeInstanceCommand.EndIteration(number, said(loop, number)));
          });
    }
  }

  /** A turn succeeded where its END did; END of a do-while says whether another follows. */
  private Verdict<Boolean> said(int index, int number) {
    if (!(graph.node(index).steering().control() instanceof Control.Repeat(Loop loop))) {
      throw new IllegalStateException(graph.node(index).id() + " is no loop");
    }
    NodeState end = draft.node(id(place(graph.index(loop.end()), number))).state();
    return switch (end) {
      case NodeState.Success(Completion completion) ->
          switch (loop) {
            case Loop.ForEach _ -> new Verdict.Value<>(false);
            case Loop.DoWhile _ -> OutputRule.truth(output(completion));
          };
      case NodeState.Failure(String _, String message) ->
          Verdict.fault(FaultCode.LOOP_FAILED, message);
      case NodeState.Cancelled _,
          NodeState.NotRun _,
          NodeState.WaitTime _,
          NodeState.WaitOutcomes _,
          NodeState.WaitRerun _,
          NodeState.WaitSignal _,
          NodeState.Looping _,
          NodeState.WithRun _ ->
          new Verdict.Faulty<>(
              new Fault(FaultCode.LOOP_FAILED, "A node inside it did not succeed."));
    };
  }

  private static RunOutput output(Completion completion) {
    OutputValue value = completion.outputs().get(LoopVariables.OUTPUTS);
    return new RunOutput(value, false);
  }
}

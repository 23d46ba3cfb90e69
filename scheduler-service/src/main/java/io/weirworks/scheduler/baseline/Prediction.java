package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.baseline.Forecast.PathStep;
import io.weirworks.scheduler.identity.NodeInstanceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Predicts when instances end (dataworks-semantics 5.6). One that waits starts when its parents
 * have finished, its scheduled time has come and it is now, and takes as long as it does on
 * average; one that runs ends when it would on average, or now; one that failed is taken to be run
 * again now.
 */
final class Prediction {

  private record Span(ScopeInstance instance, Instant start, Instant finish, boolean ended) {}

  /** The one that ends last; of several the first by node and scheduled time. */
  private static final Comparator<Span> LAST =
      Comparator.comparing(Span::finish)
          .thenComparing(
              Comparator.comparing((Span span) -> span.instance().node().key())
                  .thenComparing(span -> span.instance().tick().time())
                  .reversed());

  private final Situation situation;
  private final Map<NodeInstanceId, Span> spans = new HashMap<>();

  private Prediction(Situation situation) {
    this.situation = situation;
    for (ScopeInstance instance : situation.graph().parentsFirst()) {
      span(instance).ifPresent(span -> spans.put(instance.id(), span));
    }
  }

  static Forecast of(Situation situation) {
    return new Prediction(situation).forecast();
  }

  private Forecast forecast() {
    InstanceGraph graph = situation.graph();
    int tasks = graph.tasks().size();
    boolean known = graph.complete() && tasks > 0 && spans.keySet().containsAll(graph.tasks());
    if (!known) {
      return new Forecast(tasks, null, false, List.of());
    }
    Span last = last(graph.tasks()).orElseThrow();
    boolean ended = graph.tasks().stream().map(spans::get).allMatch(Span::ended);
    return new Forecast(tasks, last.finish(), ended, path(last));
  }

  private Optional<Span> last(Collection<NodeInstanceId> ids) {
    return ids.stream().flatMap(id -> Stream.ofNullable(spans.get(id))).max(LAST);
  }

  private Optional<Span> span(ScopeInstance instance) {
    Instant now = situation.now();
    return switch (situation.progress(instance.id())) {
      case InstanceProgress.Succeeded(Instant startedAt, Instant endedAt) ->
          Optional.of(new Span(instance, startedAt == null ? endedAt : startedAt, endedAt, true));
      case InstanceProgress.Running(int _, Instant startedAt) ->
          Optional.of(
              new Span(
                  instance,
                  startedAt,
                  latest(now, startedAt.plus(situation.duration(instance))),
                  false));
      case InstanceProgress.Rerunning(Instant at) -> startingAt(instance, latest(now, at));
      case InstanceProgress.Failed _ -> startingAt(instance, now);
      case InstanceProgress.Waiting _ -> startingAt(instance, latest(now, instance.tick().time()));
    };
  }

  private Optional<Span> startingAt(ScopeInstance instance, Instant earliest) {
    if (instance.isolated() || !spans.keySet().containsAll(instance.parents())) {
      return Optional.empty();
    }
    Instant start =
        last(instance.parents()).map(parent -> latest(parent.finish(), earliest)).orElse(earliest);
    return Optional.of(new Span(instance, start, start.plus(situation.duration(instance)), false));
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** Back from the last task, each time to the parent that ends last. */
  private List<PathStep> path(Span last) {
    List<PathStep> path = new ArrayList<>();
    Set<NodeInstanceId> passed = new HashSet<>();
    Optional<Span> at = Optional.of(last);
    while (at.isPresent()
        && path.size() < Forecast.LONGEST_PATH
        && passed.add(at.get().instance().id())) {
      path.add(step(at.get()));
      at = last(at.get().instance().parents());
    }
    return path.reversed();
  }

  private static PathStep step(Span span) {
    ScopeInstance instance = span.instance();
    return new PathStep(
        instance.id(),
        instance.workflowInstance(),
        instance.node().workflowName(),
        instance.node().name(),
        instance.tick().time(),
        span.start(),
        span.finish(),
        span.ended());
  }
}

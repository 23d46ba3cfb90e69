package io.weirworks.benchmarks.instances;

import io.micronaut.context.annotation.Requires;
import io.weirworks.executor.engine.Cancellation;
import io.weirworks.executor.engine.Engine;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Exit;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.Progress;
import io.weirworks.executor.engine.RunFiles;
import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.engine.Submission;
import io.weirworks.executor.engine.SubmitResult;
import io.weirworks.executor.nodetype.NodeEngine;
import io.weirworks.executor.nodetype.NodeWork;
import io.weirworks.executor.nodetype.Plan;
import io.weirworks.executor.spark.EffectiveConf;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes every node and ends it in the call that submits it. The application id of a run holds when
 * it was asked for first and when it was submitted ({@link NoOpRun}): the only two moments between
 * the executor's events that no record tells.
 */
@Singleton
@Requires(property = "weirworks.service", value = "executor")
final class NoOpNodes implements NodeEngine, Engine {

  /** Runs that are remembered; one is asked for until its end is reported. */
  private static final int REMEMBERED = 100_000;

  private final Map<EngineTag, NoOpRun> runs =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<EngineTag, NoOpRun> eldest) {
              return size() > REMEMBERED;
            }
          });

  @Override
  public boolean takes(NodeWork work) {
    return true;
  }

  @Override
  public Engine engine() {
    return this;
  }

  @Override
  public Plan plan(NodeWork work, EngineTag tag, Instant now) {
    runs.putIfAbsent(tag, new NoOpRun(Instant.now(), null));
    return new Plan.Ready(
        new Submission(tag, List.of("no-op"), Map.of(), Map.of(), Map.of(), Limits.DEFAULT),
        EffectiveConf.of(List.of()));
  }

  @Override
  public SubmitResult submit(Submission submission) {
    runs.computeIfPresent(submission.tag(), (tag, run) -> run.submitted(Instant.now()));
    return new SubmitResult.Accepted();
  }

  @Override
  public Observation observe(EngineTag tag) {
    NoOpRun run = runs.get(tag);
    Instant ended = run == null ? null : run.submittedAt();
    return run == null || ended == null
        ? new Observation.Absent()
        : new Observation.Ended(new Exit(0, false, ended), progress(run));
  }

  private static Progress progress(NoOpRun run) {
    return new Progress(run.toString(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Override
  public Cancellation cancel(EngineTag tag) {
    return new Cancellation.Confirmed(observe(tag));
  }

  @Override
  public List<EngineTag> reattach() {
    return List.copyOf(runs.keySet());
  }

  @Override
  public RunFiles files(EngineTag tag) {
    return new Files(runs.get(tag));
  }

  private record Files(@Nullable NoOpRun run) implements RunFiles {

    @Override
    public @Nullable RunPaths paths() {
      return null;
    }

    @Override
    public Optional<Instant> startedAt() {
      return Optional.ofNullable(run).map(NoOpRun::submittedAt);
    }

    @Override
    public Optional<Instant> endedAt() {
      return startedAt();
    }
  }
}

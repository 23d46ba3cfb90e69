package io.weirworks.executor.runner.adapter;

import io.weirworks.executor.claim.adapter.ClaimStore;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.process.LocalProcessEngine;
import io.weirworks.executor.runner.RunnerSettings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what runs on this host under a claim that is no more (field-failures R11), and removes the
 * files of runs that ended long ago.
 */
@Singleton
final class DirectorySweep {

  private static final Logger LOG = LoggerFactory.getLogger(DirectorySweep.class);

  private final LocalProcessEngine engine;
  private final ClaimStore claims;
  private final InstantSource clock;
  private final Duration retention;

  DirectorySweep(
      LocalProcessEngine engine, ClaimStore claims, InstantSource clock, RunnerSettings settings) {
    this.engine = engine;
    this.claims = claims;
    this.clock = clock;
    this.retention = settings.retention();
  }

  /** Looks at every directory of a run. One is made under a claim only, so none is too young. */
  void sweep() throws IOException, SQLException, InterruptedException {
    for (EngineTag tag : engine.reattach()) {
      if (!claims.isHeld(tag.run().toString(), tag.epoch())) {
        sweep(tag, engine.observe(tag));
      }
    }
  }

  private void sweep(EngineTag tag, Observation seen) throws IOException, InterruptedException {
    switch (seen) {
      case Observation.Starting _, Observation.Running _, Observation.Unsupervised _ -> {
        LOG.warn("{} runs without a claim and is ended", tag);
        engine.cancel(tag);
      }
      case Observation.Ended _,
          Observation.Lost _,
          Observation.Absent _,
          Observation.Prepared _ -> {
        Instant endedAt = engine.directory(tag).lastChangedAt();
        if (endedAt.plus(retention).isBefore(clock.instant())) {
          engine.remove(tag.run());
        }
      }
    }
  }
}

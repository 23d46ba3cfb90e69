package io.weirworks.executor.nodetype;

import io.weirworks.executor.engine.Engine;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.RunFiles;
import io.weirworks.executor.engine.process.LocalProcessEngine;
import java.time.Instant;

/** Nodes as processes of this host; what no other takes is run, or refused, here. */
public record LocalNodes(LocalProcessEngine processes, LocalSubmissions submissions)
    implements NodeEngine {

  @Override
  public boolean takes(NodeWork work) {
    return true;
  }

  @Override
  public Engine engine() {
    return processes;
  }

  @Override
  public Plan plan(NodeWork work, EngineTag tag, Instant now) {
    return submissions.plan(work, tag, processes.directory(tag).paths(), now);
  }

  @Override
  public RunFiles files(EngineTag tag) {
    return processes.directory(tag);
  }
}

package io.weirworks.lineage.run.history;

import io.weirworks.lineage.openlineage.EngineEvent;
import java.util.Arrays;

/**
 * How far a run is, in Marquez's words. Of two that are said of one run the later here is true, in
 * whatever order they come (R55): an end beats what was before it, and as in lineage a completion
 * beats every other end (R58).
 */
public enum RunState {
  /** Something was said of it, but not that it began. */
  NEW(0),
  RUNNING(1),
  /** Cancelled. */
  ABORTED(2),
  /** Failed or lost. */
  FAILED(3),
  COMPLETED(4);

  private final int finality;

  RunState(int finality) {
    this.finality = finality;
  }

  /** One digit, the larger the more final; kept for ever. */
  public int finality() {
    return finality;
  }

  /** The other way round. */
  public static RunState ofFinality(int finality) {
    return Arrays.stream(values())
        .filter(state -> state.finality == finality)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no state of a run is " + finality));
  }

  public boolean isEnd() {
    return switch (this) {
      case NEW, RUNNING -> false;
      case ABORTED, FAILED, COMPLETED -> true;
    };
  }

  static RunState of(EngineEvent.Type type) {
    return switch (type) {
      case OTHER -> NEW;
      case START, RUNNING -> RUNNING;
      case ABORT -> ABORTED;
      case FAIL -> FAILED;
      case COMPLETE -> COMPLETED;
    };
  }
}

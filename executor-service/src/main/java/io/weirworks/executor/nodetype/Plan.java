package io.weirworks.executor.nodetype;

import io.weirworks.executor.engine.Submission;
import io.weirworks.executor.spark.EffectiveConf;

/** What comes of a node's code. */
public sealed interface Plan {
  /**
   * It can run; {@code conf} is the effective Spark configuration, empty for a node without Spark.
   */
  record Ready(Submission submission, EffectiveConf conf) implements Plan {}

  /** The code can never run as it is: nothing was started. */
  record Refused(RefusalCode code, String message) implements Plan {}
}

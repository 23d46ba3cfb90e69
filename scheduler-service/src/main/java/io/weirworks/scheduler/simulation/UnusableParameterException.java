package io.weirworks.scheduler.simulation;

import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.parameter.ParameterError;
import java.io.Serial;

/** A parameter that could be read cannot be computed for an instance: a date out of range. */
public final class UnusableParameterException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UnusableParameterException(NodeKey key, ParameterError error) {
    super(
        "%s in '%s' of node %s of %s: %s %s"
            .formatted(
                error.code().code(),
                error.expression(),
                key.node(),
                key.workflow(),
                error.message(),
                error.hint()));
  }
}

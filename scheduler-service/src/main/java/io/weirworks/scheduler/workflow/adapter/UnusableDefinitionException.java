package io.weirworks.scheduler.workflow.adapter;

import io.weirworks.messaging.Rejection;

/** A deployed definition holds something that this version of the scheduler cannot run. */
public final class UnusableDefinitionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  UnusableDefinitionException(Rejection rejection) {
    super(rejection.message(), null, false, false);
    this.rejection = rejection;
  }

  public Rejection rejection() {
    return rejection;
  }
}

package io.weirworks.lineage.openlineage;

/** A text is no OpenLineage event. */
public final class NotAnEventException extends Exception {

  private final transient Refusal refusal;

  NotAnEventException(Refusal refusal) {
    super(refusal.code().code() + ": " + refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}

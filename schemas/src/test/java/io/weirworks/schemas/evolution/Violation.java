package io.weirworks.schemas.evolution;

/**
 * One forbidden change.
 *
 * @param change which
 * @param where full name of the record, and the path of the field in it
 * @param what what was there and what is there now
 */
record Violation(ForbiddenChange change, String where, String what) {

  @Override
  public String toString() {
    return "%s at %s: %s".formatted(change, where, what);
  }
}

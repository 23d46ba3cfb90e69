package io.weirworks.messaging;

/** A subject by kind and id. */
public record SubjectRef<S, E>(SubjectKind<S, E> kind, String id) {

  @Override
  public String toString() {
    return kind.name() + " " + id;
  }
}

package io.weirworks.executor.engine;

/** What an engine knows about a tag right now. Only {@link Ended} and {@link Lost} are final. */
public sealed interface Observation {
  /**
   * The engine has never heard of the tag. For a marked claim of a remote engine this proves
   * nothing.
   */
  record Absent() implements Observation {}

  /** It was written down but nothing was started; it starts only when it is submitted again. */
  record Prepared() implements Observation {}

  record Starting() implements Observation {}

  record Running(Progress progress) implements Observation {}

  /**
   * It still runs, but nobody is left who could learn its true exit: it will end as {@link Lost}.
   */
  record Unsupervised(Progress progress) implements Observation {}

  record Ended(Exit exit, Progress progress) implements Observation {}

  /** Nothing of it is alive and how it ended is unknown: never a success. */
  record Lost(String reason) implements Observation {}

  /** Whether it can never change again. */
  default boolean isFinal() {
    return switch (this) {
      case Ended _, Lost _ -> true;
      case Absent _, Prepared _, Starting _, Running _, Unsupervised _ -> false;
    };
  }
}

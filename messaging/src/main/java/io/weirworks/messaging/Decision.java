package io.weirworks.messaging;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What a handler decided on one input: effects, or a refusal that changes nothing. */
public sealed interface Decision {

  /**
   * The effects happen.
   *
   * @param about the subject that the reply names, null where the input asks for none
   * @param rest what is left of a large decision, taken next; until it is done everything else of
   *     its ordering key waits behind it (DESIGN 3.3)
   */
  record Accepted(
      @Nullable SubjectRef<?, ?> about, List<Effect> effects, @Nullable SpecificRecord rest)
      implements Decision {}

  record Refused(Rejection rejection) implements Decision {}

  /** Nothing happens and nobody is told: a repeated or late fact. */
  static Decision nothing() {
    return new Accepted(null, List.of(), null);
  }

  static Decision effects(List<Effect> effects) {
    return new Accepted(null, effects, null);
  }

  static Decision accepted(SubjectRef<?, ?> about, List<Effect> effects) {
    return new Accepted(about, effects, null);
  }

  static Decision refused(Rejection rejection) {
    return new Refused(rejection);
  }
}

package io.weirworks.registry.decision.adapter;

import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.registry.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The domain's decisions as messaging takes them. */
public final class Decisions {

  /** What messaging remembers of a refusal; a longer one would differ when it is told again. */
  private static final int LONGEST_FIELD = 255;

  private Decisions() {}

  /** The decision of one subject: its events are told, or the refusal is answered. */
  public static <S, E> io.weirworks.messaging.Decision of(
      SubjectRef<S, E> subject, Decision<E> decision) {
    return of(subject, decision, event -> List.of());
  }

  /**
   * The same with rows beside the subject's.
   *
   * @param beside what each event writes there
   */
  public static <S, E> io.weirworks.messaging.Decision of(
      SubjectRef<S, E> subject, Decision<E> decision, Function<E, List<Effect.Write>> beside) {
    return switch (decision) {
      case Decision.Accepted<E>(List<E> events) -> {
        List<Effect> effects = new ArrayList<>();
        for (E event : events) {
          effects.add(new Effect.Tell<>(subject, event));
          effects.addAll(beside.apply(event));
        }
        yield io.weirworks.messaging.Decision.accepted(subject, effects);
      }
      case Decision.Rejected<E>(var rejection) -> refused(rejection);
    };
  }

  public static io.weirworks.messaging.Decision refused(
      io.weirworks.registry.decision.Rejection rejection) {
    return io.weirworks.messaging.Decision.refused(
        new Rejection(
            rejection.code().code(),
            rejection.message(),
            shortened(rejection.field()),
            emptyToNull(rejection.value())));
  }

  private static String shortened(String field) {
    return field.length() <= LONGEST_FIELD ? field : field.substring(0, LONGEST_FIELD);
  }

  private static @Nullable String emptyToNull(String value) {
    return value.isEmpty() ? null : value;
  }
}

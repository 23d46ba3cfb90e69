package io.weirworks.lineage.decision.adapter;

import io.weirworks.lineage.decision.Decision;
import io.weirworks.lineage.decision.Refusal;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.schemas.CommandError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The domain's decisions as messaging takes them. */
public final class Decisions {

  private Decisions() {}

  /**
   * Its events are told, or the refusal is answered.
   *
   * @param beside what each event does to rows beside the subject's
   */
  public static <S, E> io.weirworks.messaging.Decision of(
      SubjectRef<S, E> subject, Decision<E> decision, Function<E, List<Effect>> beside) {
    return switch (decision) {
      case Decision.Accepted<E>(List<E> events) -> {
        List<Effect> effects = new ArrayList<>();
        for (E event : events) {
          effects.add(new Effect.Tell<>(subject, event));
          effects.addAll(beside.apply(event));
        }
        yield io.weirworks.messaging.Decision.accepted(subject, effects);
      }
      case Decision.Refused<E>(Refusal refusal) -> refused(refusal);
    };
  }

  public static <S, E> io.weirworks.messaging.Decision of(
      SubjectRef<S, E> subject, Decision<E> decision) {
    return of(subject, decision, event -> List.of());
  }

  public static io.weirworks.messaging.Decision refused(Refusal refusal) {
    return io.weirworks.messaging.Decision.refused(
        new Rejection(
            CommandError.valueOf(refusal.code().name()).code(),
            refusal.message(),
            refusal.field(),
            refusal.value().isEmpty() ? null : refusal.value()));
  }
}

package io.weirworks.scheduler.controlflow;

import static io.weirworks.scheduler.controlflow.Join.End.FAILURE;
import static io.weirworks.scheduler.controlflow.Join.End.NOT_RUN;
import static io.weirworks.scheduler.controlflow.Join.End.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.identity.NodeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a join is satisfied (dataworks-semantics 4.5). */
class JoinTest {

  private static final NodeId A = new NodeId("a");
  private static final NodeId B = new NodeId("b");

  private static Optional<Fault> judged(
      Set<Join.End> accepted, String logic, Join.End a, Join.End b) {
    Join join =
        new Join(List.of(new Join.Arm("b1", A, accepted), new Join.Arm("b2", B, accepted)), logic);
    return join.judge(Map.of(A, a, B, b));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          b1 and b2, SUCCESS, SUCCESS, true
          b1 and b2, SUCCESS, NOT_RUN, true
          b1 and b2, NOT_RUN, NOT_RUN, true
          b1 and b2, SUCCESS, FAILURE, false
          b1 or b2, SUCCESS, FAILURE, true
          b1 or b2, FAILURE, FAILURE, false
          b1 and not b2, SUCCESS, FAILURE, true
          not b1 or b2, SUCCESS, FAILURE, false
          """)
  void logicDecidesOverAcceptedEnds(String logic, Join.End a, Join.End b, boolean expected) {
    assertThat(judged(Set.of(SUCCESS, NOT_RUN), logic, a, b).isEmpty()).isEqualTo(expected);
  }

  @Test
  void failureCanBeAccepted() {
    assertThat(judged(Set.of(FAILURE), "b1 and b2", FAILURE, FAILURE)).isEmpty();
  }

  @Test
  void unsatisfiedJoinSaysHowEachArmEnded() {
    assertThat(judged(Set.of(SUCCESS), "b1 and b2", SUCCESS, NOT_RUN))
        .contains(
            new Fault(
                FaultCode.JOIN_NOT_SATISFIED,
                "The join's logic 'b1 and b2' does not hold: b1 (a) ended as SUCCESS, b2 (b) ended as"
                    + " NOT_RUN."));
  }

  @Test
  void logicThatCannotBeEvaluatedFailsTheJoin() {
    assertThat(judged(Set.of(SUCCESS), "b1 and b3", SUCCESS, SUCCESS))
        .map(Fault::code)
        .contains(FaultCode.INVALID_CONDITION);
  }
}

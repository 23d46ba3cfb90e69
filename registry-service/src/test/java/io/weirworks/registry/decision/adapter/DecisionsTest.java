package io.weirworks.registry.decision.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.messaging.Decision.Refused;
import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.decision.Rejection;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.schemas.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionsTest {

  @ParameterizedTest
  @EnumSource(RejectionCode.class)
  void everyCodeIsOnTheContractsClosedList(RejectionCode code) {
    assertThat(ErrorCode.ofCode(code.code())).isPresent();
  }

  @Test
  void refusalIsNoLongerThanWhatIsRememberedOfIt() {
    // given
    Problem problem = new Problem(RejectionCode.MISSING_VALUE, "p".repeat(500), "", "a name");
    // when
    Refused refused = (Refused) Decisions.refused(Rejection.of(List.of(problem)));
    // then
    assertThat(refused.rejection().code()).isEqualTo("MissingValue");
    assertThat(refused.rejection().field()).hasSize(255);
    assertThat(refused.rejection().value()).isNull();
  }
}

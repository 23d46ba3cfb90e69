package io.weirworks.executor.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static Standing standing(boolean ended, long epoch, long number) {
    return new Standing(ended ? null : epoch, false, !ended, ended, epoch, number, Map.of());
  }

  @Test
  void endIsKnownOnlyWhenTheRunEndedByThatReport() {
    assertThat(standing(true, 2, 3).knowsEnd(2, 3)).isTrue();
    assertThat(standing(true, 2, 2).knowsEnd(2, 3)).isFalse();
    assertThat(standing(true, 2, 3).knowsEnd(1, 1)).isFalse();
    assertThat(standing(false, 2, 3).knowsEnd(2, 3))
        .as("the number was used by another report")
        .isFalse();
  }

  @Test
  void reportThatIsKeptAsEvidenceNeedsNoRepeating() {
    Standing lost = new Standing(null, false, false, true, 2, 0, Map.of(1L, 4L));

    assertThat(lost.knowsEnd(1, 4)).isTrue();
    assertThat(lost.knowsEnd(1, 5)).isFalse();
    assertThat(lost.heard(1)).isEqualTo(4);
  }

  @Test
  void claimOfAnotherEpochIsNotHeld() {
    assertThat(standing(false, 2, 1).holds(2)).isTrue();
    assertThat(standing(false, 2, 1).holds(1)).isFalse();
    assertThat(standing(true, 2, 1).holds(2)).isFalse();
  }
}

package io.weirworks.lineage.impact.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueRoundsTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final DueRounds rounds = new DueRounds(Duration.ofSeconds(5));

  @Test
  void whatThisMemberMadeDueIsAssessedAtOnceAndOldestFirst() {
    // given
    rounds.madeHere(List.of("younger", "older"));

    // when / then
    assertThat(rounds.turn(List.of("older", "others", "younger"), 0))
        .containsExactly("older", "younger");
  }

  @Test
  void whatAnotherMemberLeftLyingIsTakenAfterFiveSeconds() {
    // given
    assertThat(rounds.turn(List.of("others"), 0)).isEmpty();

    // when / then
    assertThat(rounds.turn(List.of("others"), 4 * SECOND)).isEmpty();
    assertThat(rounds.turn(List.of("others"), 5 * SECOND)).containsExactly("others");
  }

  @Test
  void whatIsNoMoreDueIsForgotten() {
    // given
    rounds.madeHere(List.of("done"));
    assertThat(rounds.turn(List.of("done"), 0)).containsExactly("done");

    // when
    assertThat(rounds.turn(List.of(), SECOND)).isEmpty();

    // then
    assertThat(rounds.known()).isEmpty();
    assertThat(rounds.turn(List.of("done"), 2 * SECOND)).isEmpty();
  }
}

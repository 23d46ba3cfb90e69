package io.weirworks.infra.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessStatTest {

  private static final String AFTER_STATE =
      " 1 77 77 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 4711 9 9";

  @ParameterizedTest
  @CsvSource({
    "(java) S, S, true, false",
    "(two words) R, R, true, false",
    "(odd) name) S) D, D, true, false",
    "(stopped) T, T, true, true",
    "(zombie) Z, Z, false, false",
    "(dead) X, X, false, false",
  })
  void startAndStateAreReadBehindTheLastBracket(
      String nameAndState, char state, boolean running, boolean stopped) {
    // when
    Optional<ProcessStat> stat = ProcessStat.parse("77 " + nameAndState + AFTER_STATE);
    // then
    assertThat(stat).contains(new ProcessStat(state, 4711));
    assertThat(stat.map(ProcessStat::running)).contains(running);
    assertThat(stat.map(ProcessStat::stopped)).contains(stopped);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "77", "77 (java) S 1 2"})
  void anythingElseIsNoStat(String line) {
    assertThat(ProcessStat.parse(line)).isEmpty();
  }
}

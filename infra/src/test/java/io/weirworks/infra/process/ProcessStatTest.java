package io.weirworks.infra.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessStatTest {

  @ParameterizedTest
  @CsvSource({
    "(java) S, 9, S, true, false",
    "(two words) R, 1, R, true, false",
    "(odd) name) S) D, 1, D, true, false",
    "(stopped) T, 9, T, true, true",
    "(zombie) Z, 1, Z, false, false",
    "(zombie whose other threads still end) Z, 2, Z, true, false",
    "(dead) X, 0, X, false, false",
  })
  void stateThreadsAndStartAreReadBehindTheLastBracket(
      String nameAndState, int threads, char state, boolean running, boolean stopped) {
    // given
    String line =
        "77 "
            + nameAndState
            + " 1 77 77 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 "
            + threads
            + " 0 4711 9";
    // when
    Optional<ProcessStat> stat = ProcessStat.parse(line);
    // then
    assertThat(stat).contains(new ProcessStat(state, threads, 4711));
    assertThat(stat.map(ProcessStat::running)).contains(running);
    assertThat(stat.map(ProcessStat::stopped)).contains(stopped);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "77", "77 (java) S 1 2"})
  void anythingElseIsNoStat(String line) {
    assertThat(ProcessStat.parse(line)).isEmpty();
  }
}

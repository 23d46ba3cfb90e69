package io.weirworks.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

  @ParameterizedTest
  @CsvSource({
    "0,0000000000000000000",
    "1,0000000000000000001",
    "42,0000000000000000042",
    "9223372036854775807,9223372036854775807"
  })
  void sequenceHasNineteenDigitsSoThatTextOrderIsNumberOrder(long sequence, String text) {
    assertThat(Sequence.format(sequence)).isEqualTo(text);
    assertThat(Sequence.parse(text)).isEqualTo(sequence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "00000000000000000001", "-000000000000000001", "9999999999999999999"})
  void whatIsNoSequenceIsRefused(String text) {
    assertThatThrownBy(() -> Sequence.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void negativeSequenceIsRefused() {
    assertThatThrownBy(() -> Sequence.format(-1)).hasMessageContaining("-1");
  }

  @Test
  void preconditionsSurviveTheHeader() {
    // given
    List<Precondition> preconditions =
        List.of(new Precondition("workflow:a", 3), new Precondition("b", Long.MAX_VALUE));

    // when
    String header = Precondition.format(preconditions);

    // then
    assertThat(header).isEqualTo("0000000000000000003:workflow:a 9223372036854775807:b");
    assertThat(Precondition.parse(header)).isEqualTo(preconditions);
    assertThat(Precondition.parse(Precondition.format(List.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "a", "3:a", "0000000000000000003:", "0000000000000000003:a  b"})
  void malformedPreconditionsAreRefused(String header) {
    assertThatThrownBy(() -> Precondition.parse(header))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void preconditionOnASubjectWithABlankIsRefused() {
    assertThatThrownBy(() -> new Precondition("a b", 1)).hasMessageContaining("\"a b\"");
  }
}

package io.weirworks.messaging.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestsTest {

  private static final Rests.Written LITTLE = new Rests.Written(1, 12, 3);
  private static final Rests.Written MUCH = new Rests.Written(12, 12, 900);

  private final Rests rests = new Rests(Duration.ofMillis(200));

  @ParameterizedTest(name = "round of {0} ms, {1} of 12 shards, {2} records: rest {3} ms")
  @CsvSource({
    "5,     0,  0,    195",
    "5,     1,  1,    195",
    "400,   1,  1,   -200", // a lone slow round does not make the next change wait
    "400,   6, 100,  -200",
    "20,    12, 50,   180", // short rounds keep the interval
    "50,    12, 50,   400",
    "50,    1,  101,  400", // one large workflow instance lies on one shard
    "1000,  12, 9000, 3000",
  })
  void underLoadTheRestGrowsWithTheRound(long round, int shards, int records, long expected) {
    // given
    rests.after(Duration.ofMillis(round), MUCH);
    // when
    Duration rest = rests.after(Duration.ofMillis(round), new Rests.Written(shards, 12, records));
    // then
    assertThat(rest.toMillis()).isEqualTo(expected);
  }

  @Test
  void theFirstLargeRoundIsNotLoadYet() {
    // given
    rests.after(Duration.ofMillis(1), LITTLE);
    // then
    assertThat(rests.after(Duration.ofMillis(150), MUCH).toMillis()).isEqualTo(50);
    assertThat(rests.after(Duration.ofMillis(150), MUCH).toMillis()).isEqualTo(1_200);
    assertThat(rests.after(Duration.ofMillis(150), LITTLE).toMillis()).isEqualTo(50);
    assertThat(rests.after(Duration.ofMillis(150), MUCH).toMillis()).isEqualTo(50);
  }
}

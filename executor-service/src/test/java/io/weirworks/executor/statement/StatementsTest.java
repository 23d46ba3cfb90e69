package io.weirworks.executor.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.runlog.SecretMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementsTest {
  private static final String FAILED =
      "{\"index\":1,\"text\":\"SELECT 'hunter2'\",\"sha256\":\"ab\",\"start\":1000,\"millis\":5,\"rows\":null,\"database\":\"d\",\"condition\":\"X\",\"sqlState\":\"42P01\",\"message\":\"no hunter2\"}\n";

  @TempDir Path directory;

  private static String line(int index, String text) {
    return "{\"index\":%d,\"text\":\"%s\",\"sha256\":\"00\",\"start\":0,\"millis\":1,\"rows\":3,\"database\":\"default\",\"condition\":null,\"sqlState\":null,\"message\":null}\n"
        .formatted(index, text);
  }

  private Statements read(String lines, SecretMask mask) throws IOException {
    return Statements.read(Files.writeString(directory.resolve("statements.jsonl"), lines), mask);
  }

  @Test
  void eachStatementIsToldWithItsOutcomeSecretsHidden() throws IOException {
    // when
    var statements = read(line(0, "SELECT 1") + FAILED, SecretMask.of(List.of("hunter2")));
    // then
    var failed =
        new Statement(
            1,
            "SELECT '*******'",
            "ab",
            16,
            Instant.ofEpochSecond(1),
            Duration.ofMillis(5),
            null,
            "d",
            new Statement.Failure("X", "42P01", "no *******"));
    assertThat(statements.list().getFirst().rows()).isEqualTo(3);
    assertThat(statements.list().getLast()).isEqualTo(failed);
    assertThat(statements.failed()).contains(failed);
  }

  @Test
  void theTornLastLineOfAKilledRunIsNoStatement() throws IOException {
    assertThat(read(line(0, "SELECT 1") + "{\"index\":1,\"te", SecretMask.NONE).list()).hasSize(1);
  }

  @Test
  void textsBeyondOneMebibyteInAllAreLeftOutButNotTheirHashAndLength() throws IOException {
    // given three texts of which two fit
    var text = "x".repeat(Statements.MAX_TEXT / 2);
    // when
    var statements = read(line(0, text) + line(1, text) + line(2, "SELECT 1"), SecretMask.NONE);
    // then
    assertThat(statements.list())
        .extracting(s -> s.text() != null)
        .containsExactly(true, true, false);
    assertThat(statements.list().getLast().sha256()).isEqualTo("00");
    assertThat(statements.list().getLast().length()).isEqualTo(8);
  }

  @Test
  void statementsBeyondFiveThousandAreCounted() throws IOException {
    var lines =
        IntStream.range(0, Statements.MAX_STATEMENTS + 3)
            .mapToObj(i -> line(i, "S"))
            .collect(Collectors.joining());
    var statements = read(lines, SecretMask.NONE);
    assertThat(statements.list()).hasSize(Statements.MAX_STATEMENTS);
    assertThat(statements.omitted()).isEqualTo(3);
  }

  @Test
  void aRunWithoutSqlHasNoStatements() throws IOException {
    assertThat(Statements.read(directory.resolve("missing"), SecretMask.NONE))
        .isEqualTo(Statements.NONE);
  }
}

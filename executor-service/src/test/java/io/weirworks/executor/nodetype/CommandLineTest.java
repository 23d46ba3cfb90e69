package io.weirworks.executor.nodetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandLineTest {
  static Stream<Arguments> lines() {
    return Stream.of(
        row("a b  c", "a", "b", "c"),
        row(" a\tb\n", "a", "b"),
        row("a \\\n  b", "a", "b"),
        row("a \\\r\n  b", "a", "b"),
        row("'a b' \"c d\"", "a b", "c d"),
        row("a'b'\"c\"d", "abcd"),
        row("''", ""),
        row("\"\" x", "", "x"),
        row("a\\ b", "a b"),
        row("'it\\s'", "it\\s"),
        row("\"a\\\"b\\\\c\\n\"", "a\"b\\c\\n"),
        row("'$(id) | ; `'", "$(id) | ; `"),
        row("--conf k=${name}", "--conf", "k=${name}"),
        row("*.jar ~/x $HOME", "*.jar", "~/x", "$HOME"),
        row("# all a comment; | &\na #b\nc#d", "a", "c#d"),
        row("##@resource_reference{\"x.jar\"}\nspark-submit x.jar", "spark-submit", "x.jar"),
        row(""));
  }

  private static Arguments row(String line, String... arguments) {
    return Arguments.of(line, List.of(arguments));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineIsSplitByTheShellsQuotingAndNothingElse(String line, List<String> arguments)
      throws Exception {
    assertThat(CommandLine.split(line)).isEqualTo(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '%',
      value = {
        "a; rm -rf x # line 1, column 2: ';'",
        "a | b       # line 1, column 3: '|'",
        "a > b       # line 1, column 3: '>'",
        "a && b      # line 1, column 3: '&'",
        "x=$(id)     # line 1, column 3: '$'",
        "`id`        # line 1, column 1: '`'",
        "a 'b        # line 1, column 3: this ' is never closed",
        "a \"b       # line 1, column 3: this \" is never closed"
      })
  void whatAShellWouldActOnIsRefusedWithItsPlace(String line, String message) {
    assertThatThrownBy(() -> CommandLine.split(line))
        .isInstanceOf(CodeRefused.class)
        .hasMessageStartingWith(message.strip());
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void thePlaceCountsLines(int lines) {
    assertThatThrownBy(() -> CommandLine.split("a\n".repeat(lines - 1) + "b;"))
        .hasMessageStartingWith("line " + lines + ", column 2: ");
  }
}

package io.weirworks.registry.flowspec;

import static io.weirworks.registry.flowspec.Documents.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.decision.RejectionCode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowSpecProblemsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | MalformedDocument | $",
        "null | MalformedDocument | $",
        "[1] | MalformedDocument | $",
        "just text | MalformedDocument | $",
        "{\"kind\":} | MalformedDocument | line 1, column 9",
        "{\"kind\":\"Node\"} x | MalformedDocument | line 1, column 18",
        "a: b: c | MalformedDocument | line 1, column 5",
        "`a: 1\n---\nb: 2` | MalformedDocument | line 2, column 1",
        "{\"kind\":\"a\",\"kind\":\"b\"} | DuplicateKey | $.kind",
        "`spec:\n  name: a\n  name: b` | DuplicateKey | $.spec.name",
        "`a: &x [1]\nb: *x` | YamlAliasNotAllowed | line 2, column 4",
        "`a: !!java.net.URL [x]` | YamlTagNotAllowed | line 1, column 4",
        "`a: !!binary aGk=` | YamlTagNotAllowed | line 1, column 4",
        "{\"metadata\":{\"a\":\"\\ud800\"},\"spec\":{}} | MalformedDocument | $.metadata.a",
        "{\"version\":\"3.0.0\",\"spec\":{}} | UnsupportedVersion | $.version",
        "{\"version\":\"1.1.0\"} | MissingValue | $.spec",
        "{\"spec\":{\"nodes\":{}}} | WrongType | $.spec.nodes",
        "{\"spec\":{\"nodes\":[7]}} | WrongType | $.spec.nodes[0]",
        "{\"spec\":{\"nodes\":[{\"name\":[1]}]}} | WrongType | $.spec.nodes[0].name",
        "{\"spec\":{\"nodes\":[{\"script\":\"s\"}]}} | WrongType | $.spec.nodes[0].script",
        "{\"spec\":{\"nodes\":[{\"priority\":1.5}]}} | WrongType | $.spec.nodes[0].priority",
        "{\"spec\":{\"nodes\":[{\"priority\":1e999999999}]}} | WrongType | $.spec.nodes[0].priority",
        "{\"spec\":{\"nodes\":[{\"autoParse\":1,\"strategy\":{\"ignoreBranchConditionSkip\":\"yes\"}}]}} | WrongType | $.spec.nodes[0].strategy.ignoreBranchConditionSkip",
        "{\"spec\":{\"nodes\":[{\"rerunMode\":\"Sometimes\"}]}} | UnknownValue | $.spec.nodes[0].rerunMode",
        "{\"spec\":{\"nodes\":[{\"timeout\":0.0001}]}} | OutOfRange | $.spec.nodes[0].timeout",
        "{\"spec\":{\"nodes\":[{\"timeout\":99999999999}]}} | OutOfRange | $.spec.nodes[0].timeout",
        "{\"spec\":{\"nodes\":[{\"priority\":1,\"strategy\":{\"priority\":2}}]}} | ConflictingValue | $.spec.nodes[0].priority",
        "{\"spec\":{\"scripts\":[{\"content\":\"a\",\"code\":\"b\"}]}} | ConflictingValue | $.spec.scripts[0].code",
        "{\"spec\":{\"scripts\":[{\"runtime\":{\"sparkConf\":[]}}]}} | WrongType | $.spec.scripts[0].runtime.sparkConf",
      })
  void wrongDocumentIsRefusedWithCodeAndPlace(String text, String code, String path) {
    // when
    List<Problem> problems = problems(FlowSpecReader.read(text));
    // then
    assertThat(problems)
        .extracting(problem -> problem.code().code(), Problem::path)
        .containsExactly(tuple(code, path));
    assertThat(problems.getFirst().expected()).isNotBlank();
  }

  @Test
  void aliasesThatWouldExpandWithoutBoundAreRefused() {
    // given
    String levels =
        IntStream.range(1, 30)
            .mapToObj(i -> "l%d: &l%d [*l%d, *l%d, *l%d]".formatted(i, i, i - 1, i - 1, i - 1))
            .collect(Collectors.joining("\n", "l0: &l0 [x]\n", "\n"));
    // when
    List<Problem> problems = problems(FlowSpecReader.read(levels));
    // then
    assertThat(problems)
        .hasSize(87)
        .extracting(Problem::code)
        .containsOnly(RejectionCode.YAML_ALIAS_NOT_ALLOWED);
  }

  @Test
  void referencesThatWouldExpandWithoutBoundAreRefused() {
    // given
    String nodes =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "{\"id\":\"n" + i + "\",\"script\":\"{{s}}\"}")
            .collect(Collectors.joining(","));
    String text =
        "{\"spec\":{\"scripts\":[{\"id\":\"s\",\"content\":\"%s\"}],\"nodes\":[%s]}}"
            .formatted("x".repeat(100_000), nodes);
    // when
    List<Problem> problems = problems(FlowSpecReader.read(text));
    // then
    assertThat(problems)
        .extracting(Problem::code)
        .containsExactly(RejectionCode.DOCUMENT_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "[", "a: [", "? ", "- ", "a: {b: "})
  void deepNestingIsRefusedBeforeItCostsTime(String opening) {
    // given
    String text = opening + opening.replace("a: ", "").repeat(500_000);
    // then
    assertThat(assertTimeout(Duration.ofSeconds(20), () -> problems(FlowSpecReader.read(text))))
        .extracting(Problem::code)
        .containsExactly(RejectionCode.DOCUMENT_TOO_DEEP);
  }

  @Test
  void nestingAtTheLimitIsReadAndOneMoreIsTooDeep() {
    // given
    int inside = FlowSpecLimits.MAX_DEPTH - 3;
    // then
    assertThat(Documents.valid(FlowSpecReader.read(nested(inside))).metadata().isEmpty()).isFalse();
    assertThat(problems(FlowSpecReader.read(nested(inside + 1))))
        .extracting(Problem::code)
        .containsExactly(RejectionCode.DOCUMENT_TOO_DEEP);
    String yaml =
        nested(inside + 1)
            .substring(1)
            .replaceFirst("}$", "")
            .replace("\"metadata\":", "metadata: ")
            .replace(",\"spec\"", "\nspec")
            .replace("spec:", "spec: ");
    assertThat(problems(FlowSpecReader.read(yaml)))
        .extracting(Problem::code)
        .containsExactly(RejectionCode.DOCUMENT_TOO_DEEP);
  }

  private static String nested(int lists) {
    return "{\"metadata\":{\"a\":{\"b\":"
        + "[".repeat(lists)
        + "]".repeat(lists)
        + "}},\"spec\":{}}";
  }

  @Test
  void documentOverTheSizeLimitIsRefusedByItsBytes() {
    // given
    String text = "{\"kind\":\"" + "界".repeat(FlowSpecLimits.MAX_BYTES / 3) + "\"}";
    // when
    List<Problem> problems = problems(FlowSpecReader.read(text));
    // then
    assertThat(problems)
        .extracting(Problem::code)
        .containsExactly(RejectionCode.DOCUMENT_TOO_LARGE);
  }

  @Test
  void sharedScriptWithOneProblemIsToldOnce() {
    // given
    String text =
        """
        {"spec":{"scripts":[{"id":"s","path":[1]}],"nodes":[{"id":"a","script":"{{s}}"},{"id":"b","script":"{{s}}"}]}}
        """;
    // when
    List<Problem> problems = problems(FlowSpecReader.read(text));
    // then
    assertThat(problems).extracting(Problem::path).containsExactly("$.spec.scripts[0].path");
  }
}

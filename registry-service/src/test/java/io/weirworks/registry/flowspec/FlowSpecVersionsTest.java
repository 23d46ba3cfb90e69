package io.weirworks.registry.flowspec;

import static io.weirworks.registry.flowspec.Documents.text;
import static io.weirworks.registry.flowspec.Documents.valid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowSpecVersionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"retail-1.0.json", "retail-1.1.yaml", "retail-2.0.json"})
  void oneContentGivesOneModelInEveryVersionAndEncoding(String twin) {
    // given
    FlowSpec reference = valid(FlowSpecReader.read(text("retail-1.1.json")));
    // when
    FlowSpec document = valid(FlowSpecReader.read(text(twin)));
    // then
    assertThat(document.body()).isEqualTo(reference.body());
    assertThat(document.metadata()).isEqualTo(reference.metadata());
    assertThat(document.kind()).isEqualTo(reference.kind());
    assertThat(FlowSpecWriter.canonical(document)).isEqualTo(FlowSpecWriter.canonical(reference));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "retail-1.0.json",
        "retail-1.1.yaml",
        "retail-2.0.json",
        "controllers.json",
        "flights.json"
      })
  void writingInAnyVersionAndEncodingAndReadingAgainLosesNothing(String name) {
    // given
    FlowSpec document = valid(FlowSpecReader.read(text(name)));
    for (SpecVersion version : SpecVersion.values()) {
      // when
      FlowSpec json = valid(FlowSpecReader.read(FlowSpecWriter.json(document, version)));
      FlowSpec yaml = valid(FlowSpecReader.read(FlowSpecWriter.yaml(document, version)));
      // then
      assertThat(json).isEqualTo(yaml);
      assertThat(json.metadata()).isEqualTo(document.metadata());
      if (version != SpecVersion.V1_0) {
        assertThat(json.body()).isEqualTo(document.body());
        assertThat(json.others()).isEqualTo(document.others());
      }
    }
  }

  @Test
  void unknownKeysSurviveAtEveryLevel() {
    // given
    FlowSpec document = valid(FlowSpecReader.read(text("controllers.json")));
    // when
    String written = FlowSpecWriter.json(document, SpecVersion.V2);
    // then
    assertThat(written)
        .contains(
            "\"extension\":\"kept\"",
            "\"why\":\"import\"",
            "\"parallelism\":5",
            "\"desc\":\"working day\"",
            "\"in\":[\"SUCCESS\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.0, V1_0",
    "1.1.0, V1_1",
    "1.2.0, V1_1",
    "2.0.0, V2",
    "2.3.1, V2",
    "2, V2",
    "1.1, V1_1",
  })
  void versionNumbersBelongToFamilies(String number, SpecVersion family) {
    assertThat(SpecVersion.of(number)).contains(family);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.0", "1.3.0", "0.9", "two", "", "1.1.", "99999999999999.0"})
  void otherVersionsAreNotSupported(String number) {
    assertThat(SpecVersion.of(number)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.1.0, 3, , 3h",
    "1.1.0, 168, , 168h",
    "1.1.0, 169, , 169s",
    "1.1.0, 7200, , 7200s",
    "1.1.0, 0, , ",
    "1.1.0, 90, SECONDS, 90s",
    "2.0.0, 3, , 3h",
    "2.0.0, 200, , 200h",
    "2.0.0, 5, minutes, 5m",
    "2.0.0, 0.5, HOURS, 30m",
    "2.0.0, 90, SECONDS, 90s",
  })
  void timeoutsHaveTheUnitOfTheirVersion(
      String version, String timeout, String unit, String expected) {
    // given
    String unitText = unit == null ? "" : ",\"timeoutUnit\":\"" + unit + "\"";
    String text =
        "{\"version\":\"%s\",\"kind\":\"Node\",\"spec\":{\"nodes\":[{\"id\":\"a\",\"timeout\":%s%s}]}}"
            .formatted(version, timeout, unitText);
    // when
    Duration read = valid(FlowSpecReader.read(text)).body().nodes().getFirst().strategy().timeout();
    // then
    assertThat(Objects.toString(read, null))
        .isEqualTo(expected == null ? null : Duration.parse("PT" + expected).toString());
  }

  @Test
  void yamlKeepsWhatLooksLikeNumberOrBooleanAsItIsWritten() {
    // given
    String text =
        """
        version: 1.1.0
        kind: CycleWorkflow
        spec:
          owner: 064152
          name: no
          variables:
            - {id: a, name: a, value: 1.10}
            - {id: b, name: b, value: 1_000}
            - {id: c, name: c, value: .inf}
            - {id: d, name: d, value: true}
            - {id: e, name: e, value: 007}
        """;
    // when
    SpecBody body = valid(FlowSpecReader.read(text)).body();
    // then
    assertThat(body.owner()).isEqualTo("064152");
    assertThat(body.name()).isEqualTo("no");
    assertThat(body.variables())
        .extracting(SpecVariable::value)
        .containsExactly("1.10", "1_000", ".inf", "true", "007");
  }
}

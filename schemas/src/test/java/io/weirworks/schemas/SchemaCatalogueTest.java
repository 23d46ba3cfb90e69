package io.weirworks.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.weirworks.contract.sample.Sample;
import io.weirworks.contract.sample.Unlisted;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCatalogueTest {

  private static final String FOLDER = "io/weirworks/contract/sample/";
  private static final String SAMPLE = "io.weirworks.contract.sample.Sample";
  private static final String ROW_1 = "1800000001," + SAMPLE + ",e8d6d38bff564ae0,sample-1.avsc";

  private final SchemaCatalogue catalogue = SampleContract.catalogue();

  @Test
  void versionsOfASubjectCountInTheOrderOfTheirIds() {
    assertThat(catalogue.subjects()).containsExactly("io.weirworks.contract.sample.Nobody", SAMPLE);
    assertThat(catalogue.versions(SAMPLE))
        .extracting(SchemaVersion::version, SchemaVersion::id)
        .containsExactly(tuple(1, SampleContract.SAMPLE_V1), tuple(2, SampleContract.SAMPLE_V2));
    assertThat(catalogue.versions("no.such.Record")).isEmpty();
    assertThat(catalogue.all())
        .extracting(SchemaVersion::id)
        .containsExactly(
            SampleContract.SAMPLE_V1, SampleContract.NOBODY_V1, SampleContract.SAMPLE_V2);
  }

  @Test
  void schemaThatDiffersOnlyInWhatBytesDoNotShowHasTheSameId() {
    // given the generated class's schema without documentation and Java properties
    Schema bare =
        new Schema.Parser()
            .parse(
                Sample.getClassSchema()
                    .toString()
                    .replaceAll("\"doc\":\"[^\"]*\",?", "")
                    .replace(",\"avro.java.string\":\"String\"", "")
                    .replace(",}", "}"));
    assertThat(bare).isNotEqualTo(Sample.getClassSchema());

    // when, then
    assertThat(catalogue.idOf(bare)).isEqualTo(SampleContract.SAMPLE_V2);
  }

  @Test
  void schemaWithoutAnIdIsRefusedByName() {
    assertThatThrownBy(() -> catalogue.idOf(Unlisted.getClassSchema()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Unlisted");
  }

  @Test
  void twoCataloguesTogetherKnowTheIdsOfBoth() {
    // given
    SchemaCatalogue other = load("1800000009,io.weirworks.contract.sample.Unlisted,,");

    // when
    SchemaCatalogue both = catalogue.and(other);

    // then
    assertThat(both.idOf(Unlisted.getClassSchema())).isEqualTo(1_800_000_009);
    assertThat(both.idOf(Sample.getClassSchema())).isEqualTo(SampleContract.SAMPLE_V2);
    assertThat(catalogue.schema(1_800_000_009)).as("the first one is unchanged").isEmpty();
    assertThat(catalogue.and(catalogue).all()).isEqualTo(catalogue.all());
  }

  @Test
  void twoCataloguesThatContradictEachOtherAreRefused() {
    assertThatThrownBy(
            () -> catalogue.and(load("1800000001,io.weirworks.contract.sample.Unlisted,,")))
        .hasMessageContaining("schema id 1800000001");
    assertThatThrownBy(() -> catalogue.and(load("1800000009," + SAMPLE + ",,")))
        .hasMessageContaining("1800000003 and 1800000009");
  }

  @Test
  void releasedRecordKnowsItsTopic() {
    assertThat(topicOf("scheduler.RunWorkflow")).contains("weirworks.scheduler.commands");
    assertThat(topicOf("executor.LogChunk")).contains("weirworks.executor.logs");
    assertThat(topicOf("CommandAccepted")).as("on one topic of each service").isEmpty();
  }

  private static Optional<String> topicOf(String record) {
    return SchemaCatalogue.contract()
        .versions("io.weirworks.contract." + record)
        .getLast()
        .topic()
        .map(Topic::name);
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("id,record\n", "ids.csv:1: expected the header"),
        Arguments.of("", "ids.csv:1: expected the header"),
        Arguments.of(rows("x," + SAMPLE + ",,"), "ids.csv:2: expected"),
        Arguments.of(rows("1," + SAMPLE), "ids.csv:2: expected"),
        Arguments.of(rows(ROW_1, ROW_1), "ids.csv:3: the id 1800000001 is taken"),
        Arguments.of(
            rows(ROW_1, ROW_1.replace("0001,", "0007,")), "1800000001 and 1800000007 stand for"),
        Arguments.of(rows(ROW_1.replace("e8d6", "0000")), "ids.csv:2: sample-1.avsc holds"),
        Arguments.of(rows(ROW_1.replace(".Sample", ".Other")), "ids.csv:2: sample-1.avsc holds"),
        Arguments.of(rows("1,no.such.Record,,"), "ids.csv:2: no.such.Record has neither"),
        Arguments.of(rows(ROW_1.replace("-1", "-9")), FOLDER + "sample-9.avsc is not on the"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("malformed")
  void malformedIdsAreRefusedWithTheRow(String csv, String message) {
    assertThatThrownBy(() -> SchemaCatalogue.load(serving(csv), FOLDER + "ids.csv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static SchemaCatalogue load(String... rows) {
    return SchemaCatalogue.load(serving(rows(rows)), FOLDER + "ids.csv");
  }

  private static String rows(String... rows) {
    return "id,record,fingerprint,file\n" + String.join("\n", rows) + "\n";
  }

  /** A class path on which ids.csv has this text. */
  private static ClassLoader serving(String csv) {
    return new ClassLoader(SchemaCatalogueTest.class.getClassLoader()) {
      @Override
      public @Nullable InputStream getResourceAsStream(String name) {
        return name.endsWith("/ids.csv")
            ? new ByteArrayInputStream(csv.getBytes(UTF_8))
            : super.getResourceAsStream(name);
      }
    };
  }
}

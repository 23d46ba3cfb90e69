package io.weirworks.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.SchemaVersion;
import io.weirworks.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract as it is now keeps its own rules (DESIGN 2, "Evolution"; field-failures R44). */
class ContractTest {

  private static final SourceTree TREE = SourceTree.ofTest();
  private static final List<IdlFiles.File> IDL = IdlFiles.read(TREE.idl());
  private static final ContractFolder FOLDER = new ContractFolder(TREE.contract());

  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());

  @Test
  void currentContractBreaksNoReleasedVersion() {
    assertThat(
            CompatibilityGate.check(
                FOLDER.released(), new Contract(IdlFiles.records(IDL), FOLDER.idRows())))
        .as("forbidden changes; see schemas/README.md, \"Evolution\"")
        .isEmpty();
  }

  @Test
  void everyRecordOfATopicIsReleasedAndHasAnId() {
    SchemaCatalogue catalogue = SchemaCatalogue.contract();
    IdlFiles.records(IDL)
        .forEach(
            (record, versions) ->
                assertThat(catalogue.versions(record))
                    .as(
                        "%s changed since it was released; release version %d:"
                            + " ./mvnw -pl schemas -Prelease-contract -Dcontract.version=%<d process-test-classes",
                        record, FOLDER.lastVersion() + 1)
                    .extracting(SchemaVersion::id)
                    .contains(idOrZero(catalogue, versions.getLast())));
    assertThat(catalogue.all()).hasSize(FOLDER.idRows().size());
  }

  @Test
  void generatedClassesSayWhatTheIdlSays() {
    IdlFiles.records(IDL)
        .forEach(
            (record, versions) ->
                assertThat(SchemaNormalization.toParsingForm(generated(versions.getLast())))
                    .as(
                        "%s is stale: something that the IDL file imports changed, and its class was not made anew",
                        record)
                    .isEqualTo(SchemaNormalization.toParsingForm(versions.getLast())));
  }

  private static Schema generated(Schema schema) {
    return SpecificData.get().getSchema(SpecificData.get().getClass(schema));
  }

  @Test
  void everyIdIsOfTheReservedRangeAndNoneIsLeftOut() {
    assertThat(FOLDER.idRows().firstKey()).isEqualTo(1_900_000_001);
    assertThat(FOLDER.idRows().lastKey()).isEqualTo(1_900_000_000 + FOLDER.idRows().size());
  }

  @Test
  void everyRecordIsInTheFileOfItsTopic() {
    for (IdlFiles.File file : IDL) {
      assertThat(file.warnings()).as(file.name()).isEmpty();
      assertThat(file.records())
          .as(file.name())
          .allSatisfy(
              type -> assertThat(type.getObjectProp(IdlFiles.TOPIC)).isEqualTo(file.topic()));
      if (!file.records().isEmpty() && !file.name().equals("replies")) {
        assertThat(Topics.byName(file.topic())).as(file.topic()).isPresent();
      }
    }
    assertThat(IdlFiles.records(IDL).keySet()).hasSizeGreaterThan(40);
  }

  @Test
  void everyTypeFieldAndSymbolIsDocumented() {
    List<String> undocumented = new ArrayList<>();
    types().forEach((name, type) -> undocumented.addAll(undocumented(type)));
    assertThat(undocumented).isEmpty();
  }

  @Test
  void everyEnumHasUnknownFirstAndAsItsDefault() {
    assertThat(types().values())
        .filteredOn(type -> type.getType() == Schema.Type.ENUM)
        .hasSizeGreaterThan(15)
        .allSatisfy(
            type -> {
              assertThat(type.getEnumDefault()).as(type.getFullName()).isEqualTo("UNKNOWN");
              assertThat(type.getEnumSymbols()).as(type.getFullName()).startsWith("UNKNOWN");
            });
  }

  @Test
  void everyOptionalFieldHasTheDefaultNull() {
    types().values().stream()
        .filter(type -> type.getType() == Schema.Type.RECORD)
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.schema().isNullable())
        .forEach(
            field -> {
              assertThat(field.hasDefaultValue()).as(field.name()).isTrue();
              assertThat(field.schema().getTypes()).as(field.name()).hasSize(2);
              assertThat(field.schema().getTypes().getFirst().getType())
                  .as(field.name())
                  .isEqualTo(Schema.Type.NULL);
            });
  }

  static Stream<GoldenRecord> golden() {
    return Stream.iterate(1, version -> version <= FOLDER.lastVersion(), version -> version + 1)
        .flatMap(
            version ->
                GoldenRecord.parse(text(TREE.golden().resolve(version + ".jsonl"))).stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void bytesOfEveryReleasedVersionStillSayWhatTheySaid(GoldenRecord golden) throws Exception {
    // when
    SpecificRecord decoded = codec.decode(HexFormat.of().parseHex(golden.hex()));

    // then
    assertThat(decoded.getSchema().getFullName()).isEqualTo(golden.record());
    JsonNode actual = new ObjectMapper().readTree(decoded.toString());
    assertThat(Reading.differences(decoded.getSchema(), golden.value(), actual)).isEmpty();
  }

  @Test
  void everyReleasedSchemaHasGoldenBytes() {
    assertThat(golden().map(golden -> golden.hex().substring(2, 10)).distinct())
        .containsExactlyElementsOf(
            FOLDER.idRows().keySet().stream().map(id -> "%08x".formatted(id)).toList());
  }

  @Test
  void everyGeneratedClassSurvivesTheWire() throws Exception {
    for (GoldenRecord golden : golden().toList()) {
      SpecificRecord record = codec.decode(HexFormat.of().parseHex(golden.hex()));
      assertThat(codec.decode(codec.encode(record))).isEqualTo(record);
    }
  }

  private static int idOrZero(SchemaCatalogue catalogue, Schema schema) {
    try {
      return catalogue.idOf(schema);
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  private static SortedMap<String, Schema> types() {
    SortedMap<String, Schema> types = new TreeMap<>();
    IDL.forEach(file -> types.putAll(file.types()));
    return types;
  }

  private static List<String> undocumented(Schema type) {
    List<String> missing = new ArrayList<>();
    String doc = type.getDoc() == null ? "" : type.getDoc();
    if (doc.isBlank()) {
      missing.add(type.getFullName());
    }
    if (type.getType() == Schema.Type.ENUM) {
      type.getEnumSymbols().stream()
          .filter(symbol -> !symbol.equals("UNKNOWN") && !doc.contains("\n" + symbol + ": "))
          .forEach(symbol -> missing.add(type.getFullName() + "." + symbol));
    } else {
      type.getFields().stream()
          .filter(field -> field.doc() == null || field.doc().isBlank())
          .forEach(field -> missing.add(type.getFullName() + "." + field.name()));
    }
    return missing;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.weirworks.lineage.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.classification.ByHand;
import io.weirworks.lineage.classification.SensitiveCategory;
import io.weirworks.lineage.classification.Sensitivity;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.decision.Decision;
import io.weirworks.lineage.decision.Refusal;
import io.weirworks.lineage.metadata.MetadataCommand.Classify;
import io.weirworks.lineage.metadata.MetadataCommand.UpdateColumn;
import io.weirworks.lineage.metadata.MetadataCommand.UpdateTable;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people may say of a table. */
class MetadataDecisionTest {

  private static final DatasetRef RAW =
      new DatasetRef("flights.raw", DatasetKind.TABLE, "flights.raw");
  private static final Seen KNOWN = new Seen(true, List.of("date", "delay"));
  private static final Seen WITHOUT_COLUMNS = new Seen(true, List.of());
  private static final Seen NEVER = new Seen(false, List.of());

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(NEVER, description("x"), Refusal.Code.NOT_FOUND, "table"),
        Arguments.of(NEVER, new UpdateColumn("delay", "x"), Refusal.Code.NOT_FOUND, "table"),
        Arguments.of(KNOWN, new UpdateColumn("dely", "x"), Refusal.Code.NOT_FOUND, "column"),
        Arguments.of(KNOWN, new Classify("dely", null), Refusal.Code.NOT_FOUND, "column"),
        Arguments.of(
            WITHOUT_COLUMNS, new UpdateColumn(" ", "x"), Refusal.Code.MISSING_VALUE, "column"),
        Arguments.of(
            KNOWN, description("x".repeat(2_001)), Refusal.Code.OUT_OF_RANGE, "description"),
        Arguments.of(
            KNOWN,
            new UpdateTable("x".repeat(20_001), null, null, null),
            Refusal.Code.OUT_OF_RANGE,
            "usageNote"),
        Arguments.of(
            KNOWN,
            new UpdateTable(null, null, "x".repeat(129), null),
            Refusal.Code.OUT_OF_RANGE,
            "owner"),
        Arguments.of(KNOWN, tags(List.of("a", " ")), Refusal.Code.MISSING_VALUE, "tags[1]"),
        Arguments.of(KNOWN, tags(List.of("x".repeat(65))), Refusal.Code.OUT_OF_RANGE, "tags[0]"),
        Arguments.of(
            KNOWN,
            tags(IntStream.range(0, 51).mapToObj(i -> "t" + i).toList()),
            Refusal.Code.OUT_OF_RANGE,
            "tags"),
        Arguments.of(
            KNOWN,
            new UpdateColumn("delay", "x".repeat(1_001)),
            Refusal.Code.OUT_OF_RANGE,
            "description"),
        Arguments.of(KNOWN, classify("phone", 5), Refusal.Code.OUT_OF_RANGE, "level"),
        Arguments.of(KNOWN, classify("phone", 0), Refusal.Code.OUT_OF_RANGE, "level"),
        Arguments.of(KNOWN, classify(" ", 1), Refusal.Code.MISSING_VALUE, "sensitiveType"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatCannotBeSaidIsRefusedWithItsField(
      Seen seen, MetadataCommand command, Refusal.Code code, String field) {
    // when
    Decision<MetadataEvent> decision = MetadataDecision.decide(null, RAW, seen, command);

    // then
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> {
              assertThat(refused.refusal().code()).isEqualTo(code);
              assertThat(refused.refusal().field()).isEqualTo(field);
            });
  }

  @Test
  void whatIsAbsentStaysAndWhatIsEmptyGoes() {
    // given
    TableMetadata state =
        after(null, new UpdateTable("note", "what", "ada", List.of("b", "a", "b")));

    // when
    TableMetadata changed = after(state, new UpdateTable(null, "", null, null));

    // then
    assertThat(changed.business())
        .isEqualTo(new BusinessMetadata("note", "", "ada", List.of("a", "b")));
  }

  @Test
  void theSameAgainTellsNothing() {
    // given
    MetadataCommand said = new UpdateColumn("DELAY", "in minutes");
    TableMetadata state = after(null, said);

    // then
    assertThat(MetadataDecision.decide(state, RAW, KNOWN, said)).isEqualTo(Decision.unchanged());
    assertThat(state.columns()).containsOnlyKeys("delay");
  }

  @Test
  void columnOfWhichNothingIsSaidAnyMoreIsForgotten() {
    // given
    TableMetadata state =
        after(after(null, new UpdateColumn("delay", "in minutes")), classify("x", 2));

    // when
    TableMetadata changed =
        after(after(state, new UpdateColumn("delay", "")), new Classify("delay", null));

    // then
    assertThat(state.note("delay").byHand())
        .isEqualTo(new ByHand(new Sensitivity("x", SensitiveCategory.PERSONAL, 2)));
    assertThat(changed.columns()).isEqualTo(Collections.emptySortedMap());
  }

  private static UpdateTable description(String text) {
    return new UpdateTable(null, text, null, null);
  }

  private static UpdateTable tags(List<String> tags) {
    return new UpdateTable(null, null, null, tags);
  }

  private static Classify classify(String type, int level) {
    return new Classify(
        "delay", new ByHand(new Sensitivity(type, SensitiveCategory.PERSONAL, level)));
  }

  private static TableMetadata after(@Nullable TableMetadata state, MetadataCommand command) {
    Decision<MetadataEvent> decision = MetadataDecision.decide(state, RAW, KNOWN, command);
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    return TableMetadata.evolve(
        state, ((Decision.Accepted<MetadataEvent>) decision).events().getFirst());
  }
}

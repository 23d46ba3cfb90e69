package io.weirworks.lineage.collection;

import static io.weirworks.lineage.collection.MetaCollection.Kind.ALBUM;
import static io.weirworks.lineage.collection.MetaCollection.Kind.CATEGORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.decision.Decision;
import io.weirworks.lineage.decision.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Categories and albums. */
class MetaCollectionTest {

  private static final MetaCollection SALES =
      MetaCollection.fresh("s", CATEGORY, "Sales", null, "");
  private static final MetaCollection BEST = MetaCollection.fresh("b", ALBUM, "Best", null, "");
  private static final DatasetRef RAW = new DatasetRef("a.raw", DatasetKind.TABLE, "a.raw");
  private static final DatasetRef FILES = new DatasetRef("path:/x", DatasetKind.PATH, "/x");

  static Stream<Arguments> refusals() {
    MetaCollection under = MetaCollection.fresh("u", CATEGORY, "Under", "s", "");
    MetaCollection albumUnder = MetaCollection.fresh("u", ALBUM, "Under", "s", "");
    return Stream.of(
        Arguments.of(
            MetaCollection.create(MetaCollection.fresh("x", ALBUM, " ", null, ""), null),
            Refusal.Code.MISSING_VALUE),
        Arguments.of(
            MetaCollection.create(
                MetaCollection.fresh("x", ALBUM, "n".repeat(129), null, ""), null),
            Refusal.Code.OUT_OF_RANGE),
        Arguments.of(MetaCollection.create(under, null), Refusal.Code.NOT_FOUND),
        Arguments.of(MetaCollection.create(under, BEST), Refusal.Code.NOT_FOUND),
        Arguments.of(MetaCollection.create(albumUnder, SALES), Refusal.Code.OPERATION_DENIED),
        Arguments.of(MetaCollection.add(null, "s", RAW, true), Refusal.Code.NOT_FOUND),
        Arguments.of(MetaCollection.add(SALES, "s", RAW, false), Refusal.Code.NOT_FOUND),
        Arguments.of(MetaCollection.add(SALES, "s", FILES, true), Refusal.Code.NOT_FOUND),
        Arguments.of(MetaCollection.remove(null, "s", RAW), Refusal.Code.NOT_FOUND),
        Arguments.of(MetaCollection.delete(null, "s", false), Refusal.Code.NOT_FOUND),
        Arguments.of(MetaCollection.delete(SALES, "s", true), Refusal.Code.OPERATION_DENIED));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatCannotBeIsRefused(Decision<CollectionEvent> decision, Refusal.Code code) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  @Test
  void tableIsPutInOnceAndTakenOutOnce() {
    // given
    CollectionEvent added = new CollectionEvent.Changed(RAW, true);
    CollectionEvent removed = new CollectionEvent.Changed(RAW, false);

    // when
    MetaCollection with = MetaCollection.evolve(SALES, added);

    // then
    assertThat(MetaCollection.add(SALES, "s", RAW, true)).isEqualTo(Decision.accepted(added));
    assertThat(MetaCollection.add(with, "s", RAW, true)).isEqualTo(Decision.unchanged());
    assertThat(MetaCollection.remove(with, "s", RAW)).isEqualTo(Decision.accepted(removed));
    assertThat(MetaCollection.remove(SALES, "s", RAW)).isEqualTo(Decision.unchanged());
    assertThat(MetaCollection.evolve(with, removed)).isEqualTo(SALES);
    assertThat(MetaCollection.evolve(with, new CollectionEvent.Deleted("s"))).isNull();
  }
}

package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import io.weirworks.lineage.sql.StatementLineage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partitions that statements name. */
class PartitionChangeTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "insert into t partition (ds='1') select a from s | WRITTEN d.t {ds=1}",
        "insert overwrite table T partition (DS='1', hr=01) select a from s | WRITTEN d.t {ds=1, hr=01}",
        "insert overwrite t partition (ds='1') if not exists select a from s | ADDED d.t {ds=1}",
        "insert into t partition (ds=date '2001-01-01') values (1) | WRITTEN d.t {ds=2001-01-01}",
        "insert into t partition (ds=null) select a from s | WRITTEN d.t {ds=__HIVE_DEFAULT_PARTITION__}",
        "insert into t partition (ds='') select a from s | WRITTEN d.t {ds=__HIVE_DEFAULT_PARTITION__}",
        "insert into t partition (ok=TRUE) select a from s | WRITTEN d.t {ok=true}",
        "alter table t add if not exists partition (ds='1') location '/x' partition (ds='2') | ADDED d.t {ds=1}; ADDED d.t {ds=2}",
        "alter table t drop if exists partition (ds='1'), partition (ds='2') purge | DROPPED d.t {ds=1}; DROPPED d.t {ds=2}",
        "alter table t partition (ds='1') rename to partition (ds='2') | DROPPED d.t {ds=1}; ADDED d.t {ds=2}",
        "load data inpath '/x' overwrite into table t partition (ds='1') | WRITTEN d.t {ds=1}",
        "truncate table t partition (ds='1') | WRITTEN d.t {ds=1}",
        "from s insert overwrite table t partition (ds='1') select a insert into u partition (ds='2') select b | WRITTEN d.t {ds=1}; WRITTEN d.u {ds=2}"
      })
  void partitionsOfAStatementAreThoseThatItNames(String statement, String expected) {
    assertThat(changes(statement)).isEqualTo(List.of(expected.split("; ")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "insert overwrite table t partition (ds='1', hr) select a, h from s",
        "insert into t partition (ds) select a, d from s",
        "insert into t partition (ds=1.5) select a from s",
        "insert into t select a from s",
        "truncate table t",
        "msck repair table t",
        "create table t (a int, ds string) partitioned by (ds)"
      })
  void whereTheDataDecidesNothingIsClaimed(String statement) {
    assertThat(changes(statement)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "alter table t drop partition (ds < '20010101') | DROPPED d.t {}",
        "alter table t drop if exists partition (ds >= date '2001-01-01', ds <> '5', hr = 1) | DROPPED d.t {hr=1}"
      })
  void dropByComparisonMayMeanEachPartitionThatItsValuesDoNotExclude(
      String statement, String expected) {
    assertThat(changes(statement)).containsExactly(expected);
  }

  private static List<String> changes(String statement) {
    StatementLineage lineage = Analysed.hive("use d;\n" + statement).last();
    assertThat(lineage.diagnostic()).isEmpty();
    return lineage.partitionChanges().stream()
        .map(change -> change.kind() + " " + change.table().id() + " " + change.spec().values())
        .toList();
  }
}

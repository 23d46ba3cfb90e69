package io.weirworks.standalone.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.contract.lineage.SetClassificationRule;
import io.weirworks.lineage.classification.ClassificationRule;
import io.weirworks.lineage.classification.ColumnSample;
import io.weirworks.lineage.classification.ColumnSample.Hits;
import io.weirworks.lineage.classification.Condition;
import io.weirworks.lineage.classification.Condition.Match;
import io.weirworks.lineage.classification.SensitiveCategory;
import io.weirworks.lineage.classification.Sensitivity;
import io.weirworks.lineage.decision.Decision;
import io.weirworks.lineage.metadata.TableSamples;
import io.weirworks.lineage.sql.Catalog;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.PartitionSpec;
import io.weirworks.lineage.sql.ScriptLineage;
import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.sql.SqlScript;
import io.weirworks.standalone.StandaloneException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Values are counted where the data is, and only counts come back. */
class ProfileTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<ContentTest> TESTS =
      List.of(
          new ContentTest(Match.BUILT_IN, "bank_card"), new ContentTest(Match.REGEX, "it's\\d;\n"));

  @Test
  void testsAreThoseOfAllRulesOnContentEachOnce() throws Exception {
    String rules =
        """
        {"rules": [
          {"conditions": [
            {"target": "FIELD_NAME", "match": "PREFIX", "value": "x"},
            {"target": "FIELD_CONTENT", "match": "REGEX", "value": "a+", "hitPercent": 80}]},
          {"conditions": [
            {"target": "FIELD_CONTENT", "match": "REGEX", "value": "a+", "hitPercent": 50}]}]}
        """;
    assertThat(ContentTest.of(JSON.readTree(rules)))
        .containsExactly(new ContentTest(Match.REGEX, "a+"));
  }

  @Test
  void queryReadsTheLastPartitionOfTheTableAndSelectsNamesAndCountsOnly() throws Exception {
    // given
    ProfiledTable table =
        ProfiledTable.of(
            JSON.readTree(
                """
                {"dataset": "d.t", "kind": "TABLE",
                 "columns": [{"name": "a", "type": "string"}, {"name": "b`c", "type": "int"},
                   {"name": "m", "type": "map<string,string>"}],
                 "partitions": {"partitions": [
                   {"name": "ds=2001%2F01/hr=__HIVE_DEFAULT_PARTITION__"}, {"name": "ds=1"}]}}
                """));

    // when
    String sql = table.query(TESTS, 10).sql();
    ScriptLineage read =
        SqlLineage.create().analyse(SqlScript.of(sql, Dialect.SPARK), Catalog.EMPTY);

    // then
    assertThat(table.columns()).containsExactly("a", "b`c");
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.statements()).hasSize(1);
    assertThat(read.statements().getFirst().inputs()).extracting("id").containsExactly("d.t");
    assertThat(sql)
        .startsWith("SELECT name, COUNT(value) AS sampled,\n  COUNT_IF(")
        .contains("AND luhn_check(value)")
        .contains("RLIKE 'it\\'s\\\\d;\\n'")
        .contains("WHERE CAST(`ds` AS STRING) = '2001/01' AND `hr` IS NULL LIMIT 10")
        .contains("'b`c', LEFT(CAST(`b``c` AS STRING), 1000)");
  }

  @Test
  void rowsOfTheQueryAreSamplesOfColumns() {
    // when
    TableSamples samples =
        CountedRows.read(
            "{\"columns\":[\"name\",\"sampled\",\"t0\",\"t1\"],"
                + "\"rows\":[[\"A\",\"10\",\"8\",\"0\"],[\"b\",\"3\",\"0\",\"0\"]]}",
            TESTS,
            Instant.EPOCH);

    // then
    assertThat(samples)
        .isEqualTo(
            new TableSamples(
                Instant.EPOCH,
                new TreeMap<>(
                    Map.of(
                        "a",
                        new ColumnSample(10, List.of(new Hits(Match.BUILT_IN, "bank_card", 8))),
                        "b",
                        new ColumnSample(3, List.of())))));
    assertThatThrownBy(() -> CountedRows.read("{}", TESTS, Instant.EPOCH))
        .isInstanceOf(StandaloneException.class)
        .hasMessageContaining("PROFILE_FAILED");
  }

  @Test
  void filesAndTablesOfOtherCataloguesCannotBeProfiled() throws Exception {
    for (String page :
        List.of(
            "{\"dataset\": \"path:/x\", \"kind\": \"PATH\", \"columns\": [{\"name\": \"a\"}]}",
            "{\"dataset\": \"c.d.t\", \"kind\": \"TABLE\", \"columns\": [{\"name\": \"a\"}]}",
            "{\"dataset\": \"d.t\", \"kind\": \"TABLE\", \"columns\": []}")) {
      assertThatThrownBy(() -> ProfiledTable.of(JSON.readTree(page)))
          .hasMessageContaining("WRONG_ARGUMENT");
    }
  }

  @Test
  void rulesOfTheTemplateAreAcceptedAndNoneIsThereTwice() {
    List<SetClassificationRule> rules = RuleTemplate.rules();
    assertThat(rules).extracting(SetClassificationRule::getName).doesNotHaveDuplicates();
    assertThat(rules)
        .allSatisfy(
            rule ->
                assertThat(ClassificationRule.set(null, domain(rule)))
                    .isInstanceOf(Decision.Accepted.class));
  }

  private static ClassificationRule domain(SetClassificationRule rule) {
    return new ClassificationRule(
        rule.getName(),
        new Sensitivity(
            rule.getSensitiveType(),
            SensitiveCategory.valueOf(rule.getCategory().name()),
            rule.getLevel()),
        ClassificationRule.Join.valueOf(rule.getJoin().name()),
        rule.getConditions().stream()
            .map(
                one ->
                    new Condition(
                        Condition.Target.valueOf(one.getTarget().name()),
                        Match.valueOf(one.getMatch().name()),
                        one.getValue(),
                        one.getHitPercent()))
            .toList());
  }

  @Test
  void partitionOfNoColumnIsTheWholeTable() {
    ProfileQuery query = new ProfileQuery("d", "t", List.of("a"), List.of(), 5, PartitionSpec.ALL);
    assertThat(query.sql()).contains("FROM (SELECT * FROM `d`.`t` LIMIT 5) sample");
  }
}

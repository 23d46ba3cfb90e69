package io.weirworks.lineage.sql.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptSplitterTest {

  private static List<String> texts(String script) {
    return ScriptSplitter.split(script).stream().map(RawStatement::text).toList();
  }

  @Test
  void semicolonsSeparateStatementsAndBlankOnesAreDropped() {
    assertThat(texts(" select 1 ;; \n select 2;\n")).containsExactly("select 1", "select 2");
  }

  @Test
  void quotesHideSemicolons() {
    assertThat(texts("select ';', \";\", `;`, 'it\\';s', 'a'';b'; select 2"))
        .containsExactly("select ';', \";\", `;`, 'it\\';s', 'a'';b'", "select 2");
  }

  @Test
  void commentsHideSemicolonsAndNested() {
    assertThat(texts("select 1 -- a; b\n, 2 /* ; /* ; */ ; */ , 3; select 4"))
        .containsExactly("select 1 -- a; b\n, 2 /* ; /* ; */ ; */ , 3", "select 4");
  }

  @Test
  void commentsAroundAStatementAreNotPartOfIt() {
    assertThat(texts("-- first\nselect 1 /* end */; -- nothing else\n"))
        .containsExactly("select 1");
  }

  @Test
  void hintsAreKept() {
    assertThat(texts("select /*+ BROADCAST(a) */ 1"))
        .containsExactly("select /*+ BROADCAST(a) */ 1");
  }

  @Test
  void spansPointIntoTheScript() {
    // given
    String script = "-- x\n select 1;\nselect 22 ;";
    // when
    List<RawStatement> statements = ScriptSplitter.split(script);
    // then
    assertThat(statements)
        .allSatisfy(
            s ->
                assertThat(script.substring(s.span().start(), s.span().end())).isEqualTo(s.text()));
    assertThat(statements.get(1).span().start()).isEqualTo(script.indexOf("select 22"));
  }

  @Test
  void strayQuoteOfACommandLineHidesNothingBeyondItsLine() {
    assertThat(texts("SET owner=it's me;\nADD JAR /tmp/o'neil.jar;\nselect 'a;b'"))
        .containsExactly("SET owner=it's me", "ADD JAR /tmp/o'neil.jar", "select 'a;b'");
  }

  @Test
  void closedQuoteOfACommandLineHidesItsSemicolon() {
    assertThat(texts("SET a='x;y'; select 1")).containsExactly("SET a='x;y'", "select 1");
  }

  @Test
  void scriptingBlockStaysOneStatement() {
    String block =
        """
        BEGIN
          DECLARE n INT DEFAULT 0;
          WHILE n < 2 DO INSERT INTO t SELECT n; SET n = n + 1; END WHILE;
          IF n = 2 THEN DELETE FROM t; END IF;
          CASE WHEN n > 1 THEN SELECT CASE WHEN n = 1 THEN 2 END; END CASE;
          BEGIN SELECT 3; END;
        END""";
    assertThat(texts(block + "; select 4")).containsExactly(block, "select 4");
  }

  @Test
  void beginAloneIsATransactionOfOtherEngines() {
    assertThat(texts("BEGIN; select 1; COMMIT")).containsExactly("BEGIN", "select 1", "COMMIT");
  }

  @Test
  void unclosedQuoteRunsToTheEnd() {
    assertThat(texts("select 1; select 'a; select 2"))
        .containsExactly("select 1", "select 'a; select 2");
  }

  @Test
  void shellCommandsAreNotForTheEngine() {
    assertThat(
            ScriptSplitter.split("!ls -l; add jar x; source f.sql; dfs -ls /; select 1; address"))
        .extracting(RawStatement::isShellCommand)
        .containsExactly(true, true, true, true, false, false);
  }
}

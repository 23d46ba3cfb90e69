package io.weirworks.lineage.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SqlLineageProperties {
  private static final SqlLineage LINEAGE = SqlLineage.create();

  private static final String[] WORDS =
      ("select from where insert into overwrite table t u a b c . , ; ( ) * + = 'x' \"y\" `z` ${v} -- /* */ /*+ with as union all"
              + " join on using lateral view explode partition dt case when then else end over order by group 1 2.5 create"
              + " temporary view merge update set delete begin end if \n")
          .split(" ");

  @Provide
  Arbitrary<String> wordSalad() {
    return Arbitraries.of(WORDS).list().ofMaxSize(40).map(words -> String.join(" ", words));
  }

  @Provide
  Arbitrary<String> goodStatement() {
    return Arbitraries.of(
        "insert into t select a from s",
        "select a, b from s where c > 0",
        "create table x as select max(a) as m from s group by b",
        "merge into t using s on t.k = s.k when matched then update set v = s.v");
  }

  /** Whatever the text, there is an answer, and each statement has its place in the script. */
  @Property(tries = 400, seed = "20261120")
  void anyTextIsAnswered(@ForAll("wordSalad") String text) {
    ScriptLineage script = LINEAGE.analyse(SqlScript.of(text, Dialect.SPARK), Catalog.EMPTY);
    int end = 0;
    for (StatementLineage statement : script.statements()) {
      assertThat(statement.span().start()).isGreaterThanOrEqualTo(end);
      end = statement.span().end();
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
  }

  @Property(tries = 200, seed = "20261120")
  void anyCharactersAreAnswered(@ForAll String text) {
    LINEAGE.analyse(SqlScript.of(text, Dialect.HIVE), Catalog.EMPTY);
  }

  /** A statement that cannot be parsed changes nothing for the others. */
  @Property(tries = 100, seed = "20261120")
  void wrongStatementLeavesTheOthersAsTheyAre(
      @ForAll("goodStatement") String before, @ForAll("goodStatement") String after) {
    List<StatementLineage> without = analysed(before + ";" + after);
    List<StatementLineage> with = analysed(before + "; insert into ) wrong ;" + after);
    assertThat(with.get(1).diagnostic()).isPresent();
    assertThat(with.get(0).columnEdges()).isEqualTo(without.get(0).columnEdges());
    assertThat(with.get(2).inputs()).isEqualTo(without.get(1).inputs());
    assertThat(with.get(2).datasetEdges()).isEqualTo(without.get(1).datasetEdges());
  }

  /** Blank text and comments around tokens change neither tables nor columns. */
  @Property(tries = 100, seed = "20261120")
  void blanksAndCommentsChangeNothing(@ForAll("goodStatement") String statement) {
    StatementLineage plain = analysed(statement).getFirst();
    StatementLineage spaced =
        analysed("-- x\n" + statement.replace(" ", " /* ; */ \n ") + "\n -- end").getFirst();
    assertThat(spaced.inputs()).isEqualTo(plain.inputs());
    assertThat(spaced.outputs()).isEqualTo(plain.outputs());
    assertThat(spaced.columnEdges()).hasSameSizeAs(plain.columnEdges());
  }

  private static List<StatementLineage> analysed(String script) {
    return LINEAGE.analyse(SqlScript.of(script, Dialect.SPARK), Catalog.EMPTY).statements();
  }
}

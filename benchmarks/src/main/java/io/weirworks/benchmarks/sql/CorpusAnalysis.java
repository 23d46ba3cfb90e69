package io.weirworks.benchmarks.sql;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.visitor.SchemaStatVisitor;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weirworks.lineage.sql.ScriptLineage;
import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.sql.corpus.CorpusCase;
import io.weirworks.lineage.sql.corpus.CorpusEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One operation is one case of the corpus: its script analysed with tables, columns and influences
 * (ours), or read for the tables alone (Druid, the fastest of the others).
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CorpusAnalysis {

  /** The corpus, one case a line. */
  @Param("")
  public String cases = "";

  private final SqlLineage lineage = SqlLineage.create();
  private final CorpusEvaluation evaluation = new CorpusEvaluation(lineage);
  private final List<CorpusCase> corpus = new ArrayList<>();
  private int next;
  private int refused;

  @Setup
  public void read() throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    for (String line : Files.readAllLines(Path.of(cases))) {
      corpus.add(json.readValue(line, CorpusCase.class));
    }
    lineage.warmUp();
  }

  /** Statements in all cases together. */
  static int statements(Path cases) throws IOException {
    CorpusAnalysis all = new CorpusAnalysis();
    all.cases = cases.toString();
    all.read();
    return all.corpus.stream()
        .mapToInt(one -> all.evaluation.analyse(one).statements().size())
        .sum();
  }

  @Benchmark
  public ScriptLineage weirworks() {
    return evaluation.analyse(following());
  }

  /** What Druid cannot read (it throws what comes to hand) costs it less, and is counted. */
  @Benchmark
  public Object druidTables() {
    CorpusCase one = following();
    DbType dialect = "hive".equals(one.dialect()) ? DbType.hive : DbType.spark;
    SchemaStatVisitor visitor = SQLUtils.createSchemaStatVisitor(dialect);
    try {
      for (SQLStatement statement : SQLUtils.parseStatements(one.sql(), dialect)) {
        statement.accept(visitor);
      }
    } catch (RuntimeException e) {
      refused++;
    }
    return visitor.getTables();
  }

  @TearDown
  public void tell() {
    if (refused > 0) {
      System.out.println("# refused: " + refused);
    }
  }

  private CorpusCase following() {
    CorpusCase one = corpus.get(next);
    next = (next + 1) % corpus.size();
    return one;
  }
}

package io.weirworks.lineage.sql.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.weirworks.lineage.sql.Catalog;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.ScriptLineage;
import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.sql.SqlScript;
import io.weirworks.lineage.sql.StatementLineage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever the grammar allows, and whatever is nearly that, is answered: no crash, no hang, no
 * growing memory. The n-th sentence of a seed is always the same.
 */
class GrammarFuzzTest {

  /** Parsing may take 10 s at most ({@code ParseLimits}); reading what was parsed is quick. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final long HEAP_GROWTH = 300L << 20;
  private static final int HEAP_EVERY = 10_000;
  private static final List<Dialect> DIALECTS = List.of(Dialect.values());
  private static final List<String> BEFORE =
      List.of("", "INSERT INTO t ", "CREATE TABLE x AS ", "CREATE VIEW v AS ", "WITH w AS (");

  private final GrammarWalk walk = new GrammarWalk();
  private final SqlLineage lineage = SqlLineage.create();
  private final int query = GrammarWalk.rule("query");
  private final int statement = GrammarWalk.rule("statement");
  private final int script = GrammarWalk.rule("compoundOrSingleStatement");

  @Test
  void whateverTheGrammarAllowsIsAnswered() {
    fuzz(20_261_120, Duration.ofSeconds(20));
  }

  /** An hour, or {@code -Dfuzz.minutes}; another seed with {@code -Dfuzz.seed}. */
  @Test
  @Tag("endurance")
  void anHourOfSentencesIsAnswered() {
    fuzz(Long.getLong("fuzz.seed", 1), Duration.ofMinutes(Long.getLong("fuzz.minutes", 60)));
  }

  private void fuzz(long seed, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    long heapBefore = heap();
    long slowest = 0;
    int parsed = 0;
    int count = 0;
    while (System.nanoTime() < end) {
      Random random = new Random(seed * 1_000_003 + count++);
      String text = text(random);
      long began = System.nanoTime();
      parsed += answered(text, random).isPresent() ? 0 : 1;
      slowest = Math.max(slowest, System.nanoTime() - began);
      assertThat(Duration.ofNanos(slowest)).as(text).isLessThan(LONGEST);
      if (count % HEAP_EVERY == 0) {
        assertThat(heap() - heapBefore).as("bytes of heap grown").isLessThan(HEAP_GROWTH);
      }
    }
    System.out.printf(
        "%d sentences of seed %d, %d %% without a diagnostic, slowest %d ms, heap %+d MiB%n",
        count,
        seed,
        100L * parsed / count,
        Duration.ofNanos(slowest).toMillis(),
        (heap() - heapBefore) >> 20);
    assertThat(heap() - heapBefore).as("bytes of heap grown").isLessThan(HEAP_GROWTH);
    assertThat(parsed).as("sentences that the grammar takes").isGreaterThan(count / 4);
  }

  private String text(Random random) {
    int budget = 5 + random.nextInt(60);
    String made =
        switch (random.nextInt(8)) {
          case 0 -> walk.sentence(script, budget, random);
          case 1, 2 -> walk.sentence(statement, budget, random);
          default -> {
            String before = BEFORE.get(random.nextInt(BEFORE.size()));
            String body = walk.sentence(query, budget, random);
            yield before + body + (before.endsWith("(") ? ") SELECT * FROM w" : "");
          }
        };
    return random.nextInt(4) == 0 ? Damage.to(made, random) : made;
  }

  /** The first diagnostic, once the answer has been held against the text. */
  private Optional<StatementLineage> answered(String text, Random random) {
    Dialect dialect = DIALECTS.get(random.nextInt(DIALECTS.size()));
    try {
      ScriptLineage answer = lineage.analyse(SqlScript.of(text, dialect), Catalog.EMPTY);
      int end = 0;
      for (StatementLineage each : answer.statements()) {
        assertThat(each.span().start()).as(text).isGreaterThanOrEqualTo(end);
        end = each.span().end();
        assertThat(end).as(text).isLessThanOrEqualTo(text.length());
      }
      return answer.statements().stream().filter(s -> s.diagnostic().isPresent()).findFirst();
    } catch (RuntimeException | StackOverflowError e) {
      return fail("no answer to " + dialect + ": " + text, e);
    }
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}

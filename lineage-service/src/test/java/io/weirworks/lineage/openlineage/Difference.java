package io.weirworks.lineage.openlineage;

import static io.weirworks.lineage.dataset.Flow.AGGREGATION;
import static io.weirworks.lineage.dataset.Flow.CONDITIONAL;
import static io.weirworks.lineage.dataset.Flow.FILTER;
import static io.weirworks.lineage.dataset.Flow.GROUP_BY;
import static io.weirworks.lineage.dataset.Flow.IDENTITY;
import static io.weirworks.lineage.dataset.Flow.JOIN;
import static io.weirworks.lineage.dataset.Flow.TRANSFORMATION;
import static io.weirworks.lineage.dataset.Flow.WINDOW;
import static io.weirworks.lineage.openlineage.Fit.NEVER;
import static io.weirworks.lineage.openlineage.Fit.any;
import static io.weirworks.lineage.openlineage.Fit.as;
import static io.weirworks.lineage.openlineage.Fit.beside;
import static io.weirworks.lineage.openlineage.Fit.of;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why the text of a script and openlineage-spark tell different edges of it; {@code
 * docs/lineage.md} lists the sentences. An edge that only one of them tells is explained by the
 * first rule that fits it: a statement that writes its target has the rule's construct, and the
 * edge and what the other one tells are as the rule says.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lambdas hold nothing
enum Difference {
  TABLE_OVER_FILES(
      "A table over files is made of its files, column by column: only the text says so.",
      "",
      (link, text, engine) -> of(IDENTITY).fits(link, text, engine) && link.comesFromFiles(),
      NEVER),
  VIEW(
      "A view is a step of its own in the text; the engine sees through it to its tables, and says nothing when it is made.",
      "",
      (link, text, engine) -> text.isView(link.source()) || text.isView(link.target()),
      (link, engine, text) -> text.flowsThroughViews(link.source(), link.target())),
  MULTI_INSERT(
      "Of FROM … INSERT … INSERT the engine tells what is read and not what is written.",
      "FROM .* INSERT .* INSERT ",
      (link, text, engine) ->
          engine.columns().stream().noneMatch(one -> one.target().equals(link.target())),
      NEVER),
  SEMI_JOIN(
      "IN and EXISTS over a subquery, INTERSECT and EXCEPT are a filter in the text and a join of both sides to the engine.",
      "\\b(IN|EXISTS) \\(SELECT|\\b(INTERSECT|EXCEPT)\\b",
      as(FILTER, JOIN),
      (link, engine, text) -> link.flow() == JOIN && text.decides(link.target(), FILTER)),
  SCALAR_SUBQUERY(
      "An aggregate inside a scalar subquery is an AGGREGATION in the text; the engine says TRANSFORMATION.",
      "\\(SELECT ",
      as(AGGREGATION, TRANSFORMATION),
      NEVER),
  CORRELATED_SUBQUERY(
      "What a scalar subquery takes from its row is a filter and a condition in the text; to the engine it is a source, and the key of a join and of a group.",
      "\\(SELECT .* WHERE \\w+\\.\\w+ = \\w+\\.\\w+\\)",
      any(as(FILTER, JOIN), as(CONDITIONAL, TRANSFORMATION)),
      any(as(JOIN, FILTER), as(GROUP_BY, FILTER), as(TRANSFORMATION, CONDITIONAL))),
  CACHED_TABLE(
      "What comes out of a cached table is a TRANSFORMATION to the engine, whatever it was made by.",
      "",
      (link, text, engine) ->
          as(IDENTITY, TRANSFORMATION).fits(link, text, engine) && text.isFromCache(link.target()),
      (link, engine, text) ->
          as(TRANSFORMATION, IDENTITY).fits(link, engine, text) && text.isFromCache(link.target())),
  DYNAMIC_PARTITION(
      "Before text becomes a dynamic partition the engine makes null of an empty one: a TRANSFORMATION.",
      "PARTITION \\(",
      as(IDENTITY, TRANSFORMATION),
      as(TRANSFORMATION, IDENTITY)),
  COALESCE(
      "COALESCE, and that of both keys in a full join by USING, decides by null: to the engine CONDITIONAL and TRANSFORMATION, in the text TRANSFORMATION, a key IDENTITY.",
      "COALESCE\\(|FULL (OUTER )?JOIN .* USING \\(",
      as(IDENTITY, TRANSFORMATION),
      any(
          as(CONDITIONAL, TRANSFORMATION),
          as(CONDITIONAL, IDENTITY),
          as(TRANSFORMATION, IDENTITY))),
  GROUPED_BY_EXPRESSION(
      "A column that is grouped by after an expression or EXPLODE made something of it is GROUP_BY in the text; the engine names it as a source only.",
      "\\bGROUP BY ",
      beside(GROUP_BY, TRANSFORMATION),
      NEVER),
  NULL_KEYS(
      "Before an inner join the engine filters keys that are null, and tells a FILTER beside the JOIN.",
      "\\bJOIN ",
      NEVER,
      as(FILTER, JOIN)),
  RENAMED_KEY(
      "A column that is renamed below the join of which it is a key is a source of the rows to the engine, and no JOIN.",
      "\\bJOIN ",
      (link, text, engine) -> link.flow() == JOIN && text.renames(link.sourceColumn()),
      NEVER),
  EMPTY_ARRAYS(
      "Before EXPLODE the engine filters rows whose collection is empty, and tells a FILTER beside the TRANSFORMATION.",
      "\\bEXPLODE\\(",
      NEVER,
      beside(FILTER, TRANSFORMATION)),
  IMPLIED_GROUPING(
      "DISTINCT, PIVOT, INTERSECT and EXCEPT group by the columns that they hand through: the engine tells GROUP_BY, the text what becomes of them alone.",
      "\\b(DISTINCT|PIVOT|INTERSECT|EXCEPT)\\b",
      NEVER,
      any(beside(GROUP_BY, IDENTITY), beside(GROUP_BY, JOIN))),
  EXPANDED(
      "ROLLUP, CUBE, GROUPING SETS and UNPIVOT multiply rows: of the columns that are multiplied the engine tells nothing.",
      "\\b(ROLLUP|CUBE|GROUPING SETS|UNPIVOT)\\b",
      (link, text, engine) -> engine.columns().stream().noneMatch(link::isBeside),
      NEVER),
  PIVOT_COLUMN(
      "The column that PIVOT spreads is a source of each aggregate to the engine; in the text it decides about the rows.",
      "\\bPIVOT\\b",
      NEVER,
      (link, engine, text) ->
          link.flow() == AGGREGATION
              && text.columns().stream().anyMatch(one -> one.isBeside(link) && one.isOfRows())),
  HAVING(
      "What HAVING aggregates is a FILTER in the text; the engine does not tell it.",
      "\\bHAVING\\b",
      of(FILTER),
      NEVER),
  AGGREGATE_FILTER(
      "FILTER of an aggregate is CONDITIONAL in the text; the engine does not tell it.",
      "\\) FILTER \\(WHERE ",
      of(CONDITIONAL),
      NEVER),
  COUNTED_ROWS(
      "COUNT(*) counts rows of all columns in the text; the engine names none.",
      "\\bCOUNT\\(\\*\\)",
      (link, text, engine) -> link.sourceColumn().equals("*"),
      NEVER),
  WINDOW_FILTER(
      "A filter by a window function is a FILTER by its columns in the text, and only their WINDOW to the engine.",
      "\\bOVER \\(",
      as(FILTER, WINDOW),
      as(WINDOW, FILTER)),
  MERGE(
      "Of MERGE the engine tells the columns that are set, as they are, and that the table is read; not the keys, nor what an expression does.",
      "\\bMERGE INTO ",
      of(JOIN, TRANSFORMATION),
      (link, engine, text) -> of(IDENTITY).fits(link, engine, text) && link.staysInTable()) {
    @Override
    boolean fits(ToldEdges.Pair pair) {
      return pair.source().equals(pair.target());
    }
  },
  CHANGED_IN_PLACE(
      "UPDATE and DELETE are told by the text only.",
      "\\b(UPDATE \\w+ SET|DELETE FROM) ",
      (link, text, engine) -> link.staysInTable(),
      NEVER),
  ATOMIC_CREATE(
      "Of CREATE TABLE AS SELECT with a table format that writes at once, the engine tells what is read only.",
      "\\bUSING delta AS ",
      (link, text, engine) -> !engine.datasets().contains(link.target()),
      NEVER),
  RENAME(
      "A table that gets another name is made of the old one in the text; the engine says nothing.",
      " RENAME TO ",
      NEVER,
      NEVER) {
    @Override
    boolean fits(ToldEdges.Pair pair) {
      return true;
    }
  },
  TOLD_TWICE(
      "CREATE TABLE AS SELECT is told twice by the engine, the second time out of a plan in which what an aggregate gives is a TRANSFORMATION.",
      "\\bCREATE TABLE .* AS (SELECT|WITH)\\b",
      NEVER,
      (link, engine, text) ->
          any(as(TRANSFORMATION, IDENTITY), as(TRANSFORMATION, AGGREGATION))
              .fits(link, text, engine));

  private final String sentence;
  private final String construct;
  private final Fit inText;
  private final Fit inEngine;

  Difference(String sentence, String construct, Fit inText, Fit inEngine) {
    this.sentence = sentence;
    this.construct = construct;
    this.inText = inText;
    this.inEngine = inEngine;
  }

  String sentence() {
    return sentence;
  }

  /** Whether it is why only one of them pairs these datasets, whatever their columns. */
  boolean fits(ToldEdges.Pair pair) {
    return false;
  }

  /** Why only one of them tells this; empty: nobody knows, or both do. */
  static Optional<Difference> why(Link link, ToldEdges text, ToldEdges engine) {
    boolean inText = text.columns().contains(link);
    if (inText == engine.columns().contains(link)) {
      return Optional.empty();
    }
    return Arrays.stream(values())
        .filter(rule -> text.says(link.target(), rule.construct))
        .filter(
            rule ->
                inText
                    ? rule.inText.fits(link, text, engine)
                    : rule.inEngine.fits(link, engine, text))
        .findFirst();
  }

  /** Why only one of them pairs these datasets, where that is not for their columns. */
  static Optional<Difference> why(ToldEdges.Pair pair, ToldEdges text) {
    return Arrays.stream(values())
        .filter(rule -> text.says(pair.target(), rule.construct))
        .filter(rule -> rule.fits(pair))
        .findFirst();
  }
}

package io.weirworks.lineage.openlineage;

import io.weirworks.lineage.dataset.Flow;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why the text of a script and openlineage-spark tell different edges of it; {@code
 * docs/lineage.md} lists the sentences. An edge that only one of them tells is explained by the
 * first rule that fits it.
 */
enum Difference {
  TABLE_OVER_FILES(
      "A table over files is made of its files, column by column: only the text says so.") {
    @Override
    boolean fitsText(Link link, ToldEdges text, ToldEdges engine) {
      return link.flow() == Flow.IDENTITY
          && link.source().startsWith("path:")
          && !link.target().startsWith("path:");
    }
  },
  VIEW(
      "A view is a step of its own in the text; the engine sees through it to its tables, and says nothing when it is made.") {
    @Override
    boolean fitsText(Link link, ToldEdges text, ToldEdges engine) {
      return isView(link.source(), text, engine) || isView(link.target(), text, engine);
    }

    @Override
    boolean fitsEngine(Link link, ToldEdges text, ToldEdges engine) {
      return text.tables().stream()
          .filter(pair -> pair.target().equals(link.target()))
          .map(ToldEdges.Pair::source)
          .filter(between -> isView(between, text, engine))
          .anyMatch(view -> text.tables().contains(new ToldEdges.Pair(link.source(), view)));
    }

    private static boolean isView(String dataset, ToldEdges text, ToldEdges engine) {
      return text.datasets().contains(dataset) && !engine.datasets().contains(dataset);
    }
  },
  MULTI_INSERT("Of FROM … INSERT … INSERT the engine tells what is read and not what is written.") {
    @Override
    boolean fitsText(Link link, ToldEdges text, ToldEdges engine) {
      return engine.datasets().contains(link.target())
          && engine.columns().stream().noneMatch(one -> one.target().equals(link.target()));
    }
  },
  SEMI_JOIN(
      "IN and EXISTS over a subquery are a filter in the text and a join of both sides to the engine.") {
    @Override
    boolean fitsText(Link link, ToldEdges text, ToldEdges engine) {
      return link.flow() == Flow.FILTER && engine.columns().contains(link.by(Flow.JOIN));
    }

    @Override
    boolean fitsEngine(Link link, ToldEdges text, ToldEdges engine) {
      return link.flow() == Flow.JOIN && text.columns().contains(link.by(Flow.FILTER));
    }
  },
  SCALAR_SUBQUERY(
      "An aggregate inside a scalar subquery is an AGGREGATION in the text; the engine says TRANSFORMATION.") {
    @Override
    boolean fitsText(Link link, ToldEdges text, ToldEdges engine) {
      return link.flow() == Flow.AGGREGATION
          && engine.columns().contains(link.by(Flow.TRANSFORMATION));
    }
  },
  CACHED_TABLE(
      "What comes out of a cached table is a TRANSFORMATION to the engine, whatever it was made by.") {
    @Override
    boolean fitsText(Link link, ToldEdges text, ToldEdges engine) {
      return link.flow() == Flow.IDENTITY
          && engine.columns().contains(link.by(Flow.TRANSFORMATION));
    }

    @Override
    boolean fitsEngine(Link link, ToldEdges text, ToldEdges engine) {
      return link.flow() == Flow.TRANSFORMATION
          && text.columns().contains(link.by(Flow.IDENTITY))
          && !engine.columns().contains(link.by(Flow.IDENTITY));
    }
  },
  GROUPED_BY_EXPRESSION(
      "A column inside an expression that is grouped by is GROUP_BY in the text; the engine names it as a source only.") {
    @Override
    boolean fitsText(Link link, ToldEdges text, ToldEdges engine) {
      return link.flow() == Flow.GROUP_BY
          && engine.columns().stream()
              .anyMatch(one -> one.isBeside(link) && one.flow() == Flow.TRANSFORMATION);
    }
  },
  NULL_KEYS(
      "Before an inner join the engine filters keys that are null, and tells a FILTER beside the JOIN.") {
    @Override
    boolean fitsEngine(Link link, ToldEdges text, ToldEdges engine) {
      return link.flow() == Flow.FILTER && text.columns().contains(link.by(Flow.JOIN));
    }
  },
  EMPTY_ARRAYS(
      "Before EXPLODE the engine filters rows whose collection is empty, and tells a FILTER beside the TRANSFORMATION.") {
    @Override
    boolean fitsEngine(Link link, ToldEdges text, ToldEdges engine) {
      return link.flow() == Flow.FILTER
          && text.columns().stream()
              .anyMatch(one -> one.isBeside(link) && one.flow() == Flow.TRANSFORMATION);
    }
  },
  IMPLIED_GROUPING(
      "DISTINCT and PIVOT group by the columns that they hand through: the engine tells GROUP_BY, the text the columns alone.") {
    @Override
    boolean fitsEngine(Link link, ToldEdges text, ToldEdges engine) {
      return link.flow() == Flow.GROUP_BY
          && text.columns().stream()
              .anyMatch(one -> one.isBeside(link) && one.flow() == Flow.IDENTITY);
    }
  },
  PIVOT_COLUMN(
      "The column that PIVOT spreads is a source of each aggregate to the engine; in the text it decides about the rows.") {
    @Override
    boolean fitsEngine(Link link, ToldEdges text, ToldEdges engine) {
      return link.flow() == Flow.AGGREGATION
          && text.columns().stream()
              .anyMatch(one -> one.isBeside(link) && one.column().equals(Link.ROWS));
    }
  },
  TOLD_TWICE(
      "CREATE TABLE AS SELECT is told twice by the engine, the second time out of a plan in which what an aggregate gives is a TRANSFORMATION.") {
    @Override
    boolean fitsEngine(Link link, ToldEdges text, ToldEdges engine) {
      return link.flow() == Flow.TRANSFORMATION
          && (engine.columns().contains(link.by(Flow.IDENTITY))
              || engine.columns().contains(link.by(Flow.AGGREGATION)));
    }
  };

  private final String sentence;

  Difference(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  /** Whether it is why the text alone tells this. */
  boolean fitsText(Link link, ToldEdges text, ToldEdges engine) {
    return false;
  }

  /** Whether it is why the engine alone tells this. */
  boolean fitsEngine(Link link, ToldEdges text, ToldEdges engine) {
    return false;
  }

  /** Why only one of them tells this; empty: nobody knows, or both do. */
  static Optional<Difference> why(Link link, ToldEdges text, ToldEdges engine) {
    boolean inText = text.columns().contains(link);
    if (inText == engine.columns().contains(link)) {
      return Optional.empty();
    }
    return Arrays.stream(values())
        .filter(
            rule ->
                inText ? rule.fitsText(link, text, engine) : rule.fitsEngine(link, text, engine))
        .findFirst();
  }
}

package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.SqlText;
import io.weirworks.lineage.sql.parse.ParsedStatement;
import io.weirworks.lineage.sql.scope.CommonTables.CommonTable;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * One statement being read: its text, the session it runs in, what it has read so far, and the
 * readers of the grammar's areas.
 */
final class Reading {
  private final ParsedStatement statement;
  private final Session session;
  private final Expressions expressions = new Expressions(this);
  private final Selections selections = new Selections(this);
  private final Relations relations = new Relations(this);
  private final Queries queries = new Queries(this);
  private Set<Dataset> reads = new LinkedHashSet<>();

  Reading(ParsedStatement statement, Session session) {
    this.statement = statement;
    this.session = session;
  }

  Session session() {
    return session;
  }

  Expressions expressions() {
    return expressions;
  }

  Selections selections() {
    return selections;
  }

  Relations relations() {
    return relations;
  }

  Queries queries() {
    return queries;
  }

  SqlText textOf(ParserRuleContext part) {
    return statement.textOf(part);
  }

  void reads(Set<Dataset> datasets) {
    reads.addAll(datasets);
  }

  /** The value of a variable, whose datasets count as read where it is used. */
  Sources used(Sources value) {
    value.forEach(source -> used(source.column().dataset()));
    return value;
  }

  private void used(Dataset dataset) {
    if (!(dataset instanceof Dataset.Anonymous)) {
      reads.add(dataset);
    }
  }

  Set<Dataset> reads() {
    return reads;
  }

  /** Reads a query without counting what it reads: it counts where the result is used. */
  CommonTable apart(Supplier<Relation> query) {
    Set<Dataset> before = reads;
    reads = new LinkedHashSet<>();
    try {
      Relation relation = query.get();
      return new CommonTable(relation, reads);
    } finally {
      reads = before;
    }
  }
}

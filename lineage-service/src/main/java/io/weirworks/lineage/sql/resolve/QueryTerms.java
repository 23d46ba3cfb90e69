package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.resolve.Queries.Rows;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.OperatorPipeStatementContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryTermContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryTermDefaultContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SetOperationContext;

/**
 * Terms joined by UNION, INTERSECT, EXCEPT or {@code |>}; a chain of thousands is walked without
 * depth.
 */
final class QueryTerms {
  private final Reading reading;
  private final Pipes pipes;

  QueryTerms(Reading reading) {
    this.reading = reading;
    this.pipes = new Pipes(reading);
  }

  Rows resolve(QueryTermContext term, CommonTables commonTables, Optional<Scope> outer) {
    Deque<QueryTermContext> chain = chain(term);
    Rows rows = leaf(chain.pop(), commonTables, outer);
    List<Relation> united = new ArrayList<>();
    while (!chain.isEmpty()) {
      QueryTermContext next = chain.pop();
      if (next instanceof SetOperationContext set && isUnion(set)) {
        united.add(resolve(set.right, commonTables, outer).relation());
      } else {
        rows = applied(next, flushed(rows, united), commonTables, outer);
        united.clear();
      }
    }
    return flushed(rows, united);
  }

  /** The leftmost term alone. */
  Rows first(QueryTermContext term, CommonTables commonTables, Optional<Scope> outer) {
    return leaf(chain(term).pop(), commonTables, outer);
  }

  /** The leftmost term first, then each operation in the order in which it applies. */
  private static Deque<QueryTermContext> chain(QueryTermContext term) {
    Deque<QueryTermContext> chain = new ArrayDeque<>();
    QueryTermContext current = term;
    while (true) {
      chain.push(current);
      switch (current) {
        case SetOperationContext set -> current = set.left;
        case OperatorPipeStatementContext pipe -> current = pipe.left;
        default -> {
          return chain;
        }
      }
    }
  }

  private Rows leaf(QueryTermContext term, CommonTables commonTables, Optional<Scope> outer) {
    return switch (term) {
      case QueryTermDefaultContext single ->
          reading.queries().primary(single.queryPrimary(), commonTables, outer);
      default -> throw Unreadable.unknownForm(term);
    };
  }

  private static Rows flushed(Rows rows, List<Relation> united) {
    return united.isEmpty()
        ? rows
        : new Rows(SetOperations.union(rows.relation(), united), Optional.empty());
  }

  private Rows applied(
      QueryTermContext operation, Rows left, CommonTables commonTables, Optional<Scope> outer) {
    return switch (operation) {
      case SetOperationContext set -> {
        Relation right = resolve(set.right, commonTables, outer).relation();
        yield new Rows(SetOperations.restrict(left.relation(), right), Optional.empty());
      }
      case OperatorPipeStatementContext pipe ->
          pipes.apply(pipe.operatorPipeRightSide(), left, commonTables, outer);
      default -> throw Unreadable.unknownForm(operation);
    };
  }

  private static boolean isUnion(SetOperationContext set) {
    return set.operator.getType() == SqlBaseLexer.UNION;
  }
}

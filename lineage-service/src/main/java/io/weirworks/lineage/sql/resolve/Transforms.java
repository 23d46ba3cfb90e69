package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dependency.Direct;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.List;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TransformClauseContext;

/**
 * {@code TRANSFORM (…) USING 'script'}, MAP, REDUCE: a program may make any output of any input.
 */
final class Transforms {
  /** What Hive calls the output where the statement does not say. */
  private static final List<String> DEFAULT_OUTPUT = List.of("key", "value");

  private final Reading reading;

  Transforms(Reading reading) {
    this.reading = reading;
  }

  List<Named> resolve(TransformClauseContext transform, Scope scope) {
    Sources inputs =
        reading.expressions().resolveAll(transform.expressionSeq().expression(), scope);
    Sources outputs = inputs.through(Direct.TRANSFORMATION);
    return names(transform).stream().map(name -> Named.of(name, outputs)).toList();
  }

  private static List<String> names(TransformClauseContext transform) {
    if (transform.identifierSeq() != null) {
      return Names.of(transform.identifierSeq());
    }
    return transform.colTypeList() == null
        ? DEFAULT_OUTPUT
        : transform.colTypeList().colType().stream().map(c -> Names.of(c.colName)).toList();
  }
}

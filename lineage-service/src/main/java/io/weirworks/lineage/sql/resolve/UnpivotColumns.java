package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.parse.Names;
import java.util.List;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.UnpivotMultiValueColumnClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.UnpivotOperatorContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.UnpivotSingleValueColumnClauseContext;

/**
 * What an UNPIVOT turns into what.
 *
 * @param rows per row made, the columns (as name parts) that fill the value columns, in their order
 */
record UnpivotColumns(List<String> valueColumns, String nameColumn, List<List<List<String>>> rows) {

  static UnpivotColumns of(UnpivotOperatorContext operator) {
    return operator.unpivotSingleValueColumnClause() == null
        ? many(operator.unpivotMultiValueColumnClause())
        : single(operator.unpivotSingleValueColumnClause());
  }

  private static UnpivotColumns single(UnpivotSingleValueColumnClauseContext single) {
    return new UnpivotColumns(
        List.of(Names.of(single.unpivotValueColumn())),
        Names.of(single.unpivotNameColumn()),
        single.unpivotColumns.stream()
            .map(c -> List.of(Names.of(c.unpivotColumn().multipartIdentifier())))
            .toList());
  }

  private static UnpivotColumns many(UnpivotMultiValueColumnClauseContext many) {
    return new UnpivotColumns(
        many.unpivotValueColumns.stream().map(Names::of).toList(),
        Names.of(many.unpivotNameColumn()),
        many.unpivotColumnSets.stream()
            .map(
                set ->
                    set.unpivotColumns.stream()
                        .map(c -> Names.of(c.multipartIdentifier()))
                        .toList())
            .toList());
  }

  /** Every column that is turned into rows. */
  List<List<String>> listed() {
    return rows.stream().flatMap(List::stream).toList();
  }

  /** The columns that fill the value column at that position. */
  List<List<String>> listedAt(int position) {
    return rows.stream()
        .filter(row -> position < row.size())
        .map(row -> row.get(position))
        .toList();
  }
}

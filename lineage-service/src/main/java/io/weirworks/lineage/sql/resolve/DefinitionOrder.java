package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.parse.Names;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NamedQueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableNameContext;

/**
 * Hive lets a query of a WITH clause use one that is defined after it: what is used comes first
 * here.
 */
final class DefinitionOrder {
  private final Map<String, NamedQueryContext> byName = new LinkedHashMap<>();
  private final Set<String> visited = new HashSet<>();
  private final List<NamedQueryContext> ordered = new ArrayList<>();

  private DefinitionOrder() {}

  static List<NamedQueryContext> usedFirst(List<NamedQueryContext> written) {
    DefinitionOrder order = new DefinitionOrder();
    written.forEach(query -> order.byName.put(lower(Names.of(query.name)), query));
    order.byName.keySet().forEach(order::visit);
    return order.ordered;
  }

  /**
   * A query that uses itself, even through others, is not waited for: there its name means a table.
   */
  private void visit(String name) {
    NamedQueryContext query = byName.get(name);
    if (query != null && visited.add(name)) {
      usedTables(query).forEach(this::visit);
      ordered.add(query);
    }
  }

  private static List<String> usedTables(NamedQueryContext query) {
    List<String> tables = new ArrayList<>();
    Deque<ParserRuleContext> waiting = new ArrayDeque<>();
    waiting.push(query.query());
    while (!waiting.isEmpty()) {
      ParserRuleContext part = waiting.pop();
      if (part instanceof TableNameContext table) {
        tables.add(lower(String.join(".", TableNames.parts(table.identifierReference()))));
      }
      part.getRuleContexts(ParserRuleContext.class).forEach(waiting::push);
    }
    return tables;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

package io.weirworks.lineage.sql.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionCallContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NamedExpressionSeqContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.WindowSpecContext;

/**
 * Hive's names of columns without alias: {@code _c<position>}, for a window function {@code
 * <function>_window_<number>}, counted among the list's window functions.
 */
final class HiveNames {
  private HiveNames() {}

  static String of(ParserRuleContext core, int position) {
    return core instanceof FunctionCallContext call && call.windowSpec() != null
        ? Calls.name(call).toLowerCase(Locale.ROOT) + "_window_" + windowsBefore(call)
        : "_c" + position;
  }

  private static int windowsBefore(FunctionCallContext call) {
    ParserRuleContext item = call;
    while (item.getParent() != null && !(item.getParent() instanceof NamedExpressionSeqContext)) {
      item = item.getParent();
    }
    return item.getParent() instanceof NamedExpressionSeqContext list
        ? list.namedExpression().subList(0, list.namedExpression().indexOf(item)).stream()
            .mapToInt(HiveNames::windows)
            .sum()
        : 0;
  }

  private static int windows(ParserRuleContext item) {
    int count = 0;
    Deque<ParserRuleContext> waiting = new ArrayDeque<>();
    waiting.push(item);
    while (!waiting.isEmpty()) {
      ParserRuleContext part = waiting.pop();
      count += part instanceof WindowSpecContext ? 1 : 0;
      part.getRuleContexts(ParserRuleContext.class).forEach(waiting::push);
    }
    return count;
  }
}

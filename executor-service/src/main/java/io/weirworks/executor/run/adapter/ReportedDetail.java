package io.weirworks.executor.run.adapter;

import io.weirworks.contract.executor.OutputValue;
import io.weirworks.contract.executor.Statement;
import io.weirworks.executor.run.ReportDetail;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outputs and statements as the report had them. */
record ReportedDetail(
    Map<String, OutputValue> outputs, List<Statement> statements, int statementsOmitted)
    implements ReportDetail {

  private static final ReportedDetail NONE = new ReportedDetail(Map.of(), List.of(), 0);

  static ReportedDetail of(@Nullable ReportDetail detail) {
    return detail instanceof ReportedDetail reported ? reported : NONE;
  }
}

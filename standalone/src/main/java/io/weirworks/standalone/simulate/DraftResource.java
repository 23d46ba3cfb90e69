package io.weirworks.standalone.simulate;

import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecRuntime;
import io.weirworks.registry.flowspec.SpecRuntimeResource;
import io.weirworks.registry.flowspec.SpecScript;
import io.weirworks.scheduler.simulation.RunResource;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a document's node runs (dataworks-semantics 1.3). */
final class DraftResource {
  /** They finish inside the scheduler (DESIGN 5). */
  private static final Set<String> INSIDE_THE_SCHEDULER =
      Set.of(
          "VIRTUAL",
          "CONTROLLER_BRANCH",
          "CONTROLLER_JOIN",
          "CONTROLLER_CYCLE",
          "CONTROLLER_TRAVERSE",
          "CONTROLLER_WAIT",
          "PARAM_HUB",
          "SCHEDULER_TRIGGER");

  private DraftResource() {}

  static RunResource of(SpecNode node) {
    SpecRuntimeResource written = node.runtimeResource();
    return new RunResource(
        node.datasource() == null ? null : node.datasource().name(),
        written == null ? null : group(written),
        written == null ? null : units(written.cu()),
        !isInsideTheScheduler(node.script()));
  }

  static boolean isInsideTheScheduler(String command) {
    return INSIDE_THE_SCHEDULER.contains(command);
  }

  private static boolean isInsideTheScheduler(@Nullable SpecScript script) {
    SpecRuntime runtime = script == null ? null : script.runtime();
    String command = runtime == null ? null : runtime.command();
    return command != null && isInsideTheScheduler(command);
  }

  private static @Nullable String group(SpecRuntimeResource written) {
    return written.resourceGroup() == null ? written.resourceGroupId() : written.resourceGroup();
  }

  private static @Nullable BigDecimal units(@Nullable String cu) {
    return cu != null && cu.matches("\\d{1,9}(\\.\\d{1,9})?") ? new BigDecimal(cu) : null;
  }
}

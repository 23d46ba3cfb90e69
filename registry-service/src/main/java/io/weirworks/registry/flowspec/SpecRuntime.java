package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * How a script is run (dataworks-semantics 1.4).
 *
 * @param command the node type, such as {@code EMR_SPARK_SQL}
 * @param commandTypeId the node type's numeric code
 * @param emrJobConfig EMR settings and advanced parameters ({@code queue}, {@code
 *     FLOW_SKIP_SQL_ANALYZE}, …)
 * @param sparkConf Spark properties
 * @param others the rest: {@code template}, {@code container}, {@code flinkConf}, …
 */
public record SpecRuntime(
    @Nullable String engine,
    @Nullable String command,
    @Nullable Integer commandTypeId,
    OtherKeys emrJobConfig,
    OtherKeys sparkConf,
    OtherKeys others) {

  static SpecRuntime read(SpecCursor in) {
    return new SpecRuntime(
        in.text("engine"),
        in.text("command"),
        in.integer("commandTypeId"),
        in.freeKeys("emrJobConfig"),
        in.freeKeys("sparkConf"),
        in.otherKeys());
  }

  ObjectNode write() {
    return new TreeWriter()
        .text("engine", engine)
        .text("command", command)
        .integer("commandTypeId", commandTypeId)
        .freeKeys("emrJobConfig", emrJobConfig)
        .freeKeys("sparkConf", sparkConf)
        .otherKeys(others)
        .done();
  }
}

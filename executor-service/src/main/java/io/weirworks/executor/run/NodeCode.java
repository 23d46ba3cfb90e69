package io.weirworks.executor.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.nodetype.NodeWork;
import io.weirworks.executor.spark.EffectiveConf;
import io.weirworks.executor.spark.LineageJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do, as it is kept until a runner takes it.
 *
 * @param command the node type that runs it: of a node whose code is of any language, that of the
 *     language
 * @param script after parameter substitution
 * @param arguments values of {@code $1}, {@code $2} …
 * @param environment variables of the process
 * @param sparkConf Spark properties of the node
 * @param timeoutSeconds of running after which it fails
 * @param lineage whose run it is, for engines that tell lineage; null in what an executor kept that
 *     knew none
 */
public record NodeCode(
    String command,
    String script,
    List<String> arguments,
    Map<String, String> environment,
    Map<String, String> sparkConf,
    int timeoutSeconds,
    @Nullable LineageJob lineage) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public NodeCode {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    sparkConf = Map.copyOf(sparkConf);
  }

  /** The node as engines plan it; no resources exist yet that it could refer to. */
  public NodeWork work() {
    var layers = new ArrayList<EffectiveConf.Layer>();
    if (lineage != null) {
      layers.add(lineage.layer());
    }
    layers.add(new EffectiveConf.Layer("node", sparkConf));
    return new NodeWork(command, script, arguments, layers, Map.of(), Limits.DEFAULT);
  }

  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the work of a run has no JSON form", e);
    }
  }

  /** Reads what {@link #toJson} wrote. */
  public static NodeCode ofJson(String json) {
    try {
      return JSON.readValue(json, NodeCode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the work of a run is not readable: " + e.getMessage(), e);
    }
  }
}

package io.weirworks.executor.nodetype;

import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.spark.EffectiveConf;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a node asks for, parameters already applied (dataworks-semantics 2.7).
 *
 * @param type the DataWorks command, e.g. {@code EMR_SPARK_SQL}
 * @param code the script text, {@code ${name}} already replaced
 * @param arguments positional parameters of DIDE_SHELL ({@code $1}, {@code $2}, …); empty for
 *     others
 * @param sparkConf Spark settings of the node and of the layers below it, weakest first
 * @param resources the resources that the code may refer to: name to file
 */
public record NodeWork(
    String type,
    String code,
    List<String> arguments,
    List<EffectiveConf.Layer> sparkConf,
    Map<String, Path> resources,
    Limits limits) {
  public NodeWork {
    arguments = List.copyOf(arguments);
    sparkConf = List.copyOf(sparkConf);
    resources = Map.copyOf(resources);
  }
}

package io.weirworks.registry.workflow;

import io.weirworks.registry.flowspec.Recurrence;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A node that can be run.
 *
 * @param id unique in the workflow, the same in each version
 * @param name unique in the workflow
 * @param language of the code as FlowSpec spells it; absent: the node type says it
 * @param content code before parameter substitution; empty for {@link NodeType#VIRTUAL}
 * @param upstreams ids of the nodes that it waits for in the same cycle, without repeats; none: it
 *     hangs on the workflow's start
 * @param outputs names under which others can depend on it, its own {@code workspace.<id>_out}
 *     first
 * @param outputParameters names of the values that it hands to downstream nodes
 * @param target where it runs
 * @param emrJobConfig EMR settings and advanced parameters as text
 * @param sparkConf Spark properties of the node
 */
public record NodeDefinition(
    String id,
    String name,
    @Nullable String description,
    @Nullable String owner,
    NodeType type,
    @Nullable String language,
    String content,
    NodeParameters parameters,
    List<String> upstreams,
    List<String> outputs,
    List<String> outputParameters,
    Recurrence recurrence,
    RunPolicy policy,
    RunTarget target,
    SortedMap<String, String> emrJobConfig,
    SortedMap<String, String> sparkConf) {

  public NodeDefinition {
    upstreams = List.copyOf(upstreams);
    outputs = List.copyOf(outputs);
    outputParameters = List.copyOf(outputParameters);
    emrJobConfig = Collections.unmodifiableSortedMap(new TreeMap<>(emrJobConfig));
    sparkConf = Collections.unmodifiableSortedMap(new TreeMap<>(sparkConf));
  }

  NodeDefinition waitingFor(Collection<String> upstreamIds) {
    return new NodeDefinition(
        id,
        name,
        description,
        owner,
        type,
        language,
        content,
        parameters,
        List.copyOf(upstreamIds),
        outputs,
        outputParameters,
        recurrence,
        policy,
        target,
        emrJobConfig,
        sparkConf);
  }
}

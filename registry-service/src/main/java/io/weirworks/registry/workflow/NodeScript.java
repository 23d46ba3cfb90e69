package io.weirworks.registry.workflow;

import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a node runs (dataworks-semantics 1.4).
 *
 * @param language of the code as FlowSpec spells it; absent: the node type says it
 * @param content code before parameter substitution; empty for {@link NodeType#VIRTUAL}
 * @param emrJobConfig EMR settings and advanced parameters as text
 * @param sparkConf Spark properties of the node
 */
public record NodeScript(
    NodeType type,
    @Nullable String language,
    String content,
    NodeParameters parameters,
    SortedMap<String, String> emrJobConfig,
    SortedMap<String, String> sparkConf) {

  public NodeScript {
    emrJobConfig = Collections.unmodifiableSortedMap(new TreeMap<>(emrJobConfig));
    sparkConf = Collections.unmodifiableSortedMap(new TreeMap<>(sparkConf));
  }

  /** The same where times of the day that name no zone are meant in this one. */
  NodeScript meantIn(ZoneId zone) {
    return type == NodeType.CHECK_NODE
        ? new NodeScript(
            type,
            language,
            CheckSettings.meantIn(zone, content),
            parameters,
            emrJobConfig,
            sparkConf)
        : this;
  }
}

package io.weirworks.standalone.simulate;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be simulated.
 *
 * @param specs FlowSpec files; none: what is deployed
 * @param workspace whose definitions are meant, and the prefix of every node's own outputs
 * @param zone of triggers that name none
 * @param from first scheduled time
 * @param to behind the last scheduled time
 * @param deployedAt when the definitions were deployed; null: long before
 * @param diff only what the drafts would change of what is deployed
 * @param json for programs
 */
public record SimulationRequest(
    List<Path> specs,
    String workspace,
    ZoneId zone,
    Instant from,
    Instant to,
    @Nullable Instant deployedAt,
    boolean diff,
    boolean json) {
  public SimulationRequest {
    specs = List.copyOf(specs);
  }
}

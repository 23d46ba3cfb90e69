package io.weirworks.scheduler.dependency;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which node has which output: names are unique whatever the workflow or workspace, and compared
 * byte for byte (dataworks-semantics 3.9).
 */
public final class Outputs {
  private static final Pattern ROOT = Pattern.compile("[^.]+_root");

  private final Map<String, NodeKey> owners = new HashMap<>();

  /**
   * Notes an output.
   *
   * @return the node that has it: another one where the name is already taken
   */
  public NodeKey add(String output, NodeKey node) {
    NodeKey former = owners.putIfAbsent(output, node);
    return former == null ? node : former;
  }

  /** The node that has an output. */
  public Optional<NodeKey> owner(String output) {
    return Optional.ofNullable(owners.get(output));
  }

  /**
   * Whether an output is the root of a workspace, on which top nodes hang: a function of time, not
   * a node (DESIGN 5).
   */
  public static boolean isRoot(String output) {
    return ROOT.matcher(output).matches();
  }
}

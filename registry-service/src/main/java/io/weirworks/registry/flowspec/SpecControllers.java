package io.weirworks.registry.flowspec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a node steer others (dataworks-semantics 1.8); at most one of these in a sound
 * document.
 */
public record SpecControllers(
    @Nullable SpecBranches branch,
    @Nullable SpecBranches join,
    @Nullable SpecInnerFlow doWhile,
    @Nullable SpecInnerFlow forEach,
    @Nullable SpecInnerFlow combined,
    @Nullable SpecInnerFlow paramHub) {

  static SpecControllers readAt(SpecCursor node) {
    return new SpecControllers(
        node.object(SpecBranches::read, "branch"),
        node.object(SpecBranches::read, "join"),
        node.object(SpecInnerFlow::read, "do-while"),
        node.object(SpecInnerFlow::read, "for-each"),
        node.object(SpecInnerFlow::read, "combined"),
        node.object(SpecInnerFlow::read, "param-hub"));
  }

  /** The keys under which the node has a controller. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    addIf(branch != null, "branch", keys);
    addIf(join != null, "join", keys);
    addIf(doWhile != null, "do-while", keys);
    addIf(forEach != null, "for-each", keys);
    addIf(combined != null, "combined", keys);
    addIf(paramHub != null, "param-hub", keys);
    return keys;
  }

  private static void addIf(boolean present, String key, List<String> keys) {
    if (present) {
      keys.add(key);
    }
  }

  void writeTo(TreeWriter node, SpecVersion version) {
    node.object("branch", branch, SpecBranches::write)
        .object("join", join, SpecBranches::write)
        .object("do-while", doWhile, flow -> flow.write(version))
        .object("for-each", forEach, flow -> flow.write(version))
        .object("combined", combined, flow -> flow.write(version))
        .object("param-hub", paramHub, flow -> flow.write(version));
  }
}

package io.weirworks.scheduler.backfill;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.workflow.Part;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The hash of a backfill's plan: equal exactly where the plans make the same instances (R24). */
final class PlanHash {

  private PlanHash() {}

  static String of(BackfillScope scope) {
    BackfillPlan plan = scope.plan();
    StringBuilder text = new StringBuilder();
    scope.units().forEach(unit -> text.append(line(unit)));
    plan.ranges().forEach(range -> text.append(range).append('\n'));
    text.append(plan.order()).append(' ').append(plan.parallelism()).append('\n');
    text.append(plan.window()).append(' ').append(plan.immediately()).append('\n');
    new TreeMap<>(plan.constants())
        .forEach(
            (name, value) -> text.append(name.length()).append(name).append(value).append('\n'));
    return sha256(text.toString());
  }

  private static String line(BackfillUnit unit) {
    return "%s %d %s%n".formatted(unit.workflow().value(), unit.version(), part(unit.part()));
  }

  private static String part(Part part) {
    return switch (part) {
      case Part.Whole _ -> "whole";
      case Part.Common _ -> "common";
      case Part.Single(NodeId node) -> "node " + node.value();
      case Part.Selected(Part of, Set<NodeId> run, Set<NodeId> dryRun) ->
          part(of) + " run " + sorted(run) + " dry " + sorted(dryRun);
    };
  }

  private static String sorted(Set<NodeId> nodes) {
    return nodes.stream().map(NodeId::value).sorted().collect(Collectors.joining("\0"));
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}

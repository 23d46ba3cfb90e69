package io.weirworks.standalone.simulate;

import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.FlowSpec;
import io.weirworks.registry.flowspec.FlowSpecReader;
import io.weirworks.scheduler.dependency.DependencyLoop;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.standalone.StandaloneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads FlowSpec files that are simulated together. */
final class Drafts {
  private final String workspace;
  private final ZoneId zone;
  private final List<String> problems = new ArrayList<>();
  private final List<DefinedNode> nodes = new ArrayList<>();
  private final Map<String, List<NodeKey>> outputs = new LinkedHashMap<>();
  private final Map<String, List<NodeKey>> ownOutputs = new LinkedHashMap<>();
  private final Map<NodeKey, Path> files = new HashMap<>();

  private Drafts(String workspace, ZoneId zone) {
    this.workspace = workspace;
    this.zone = zone;
  }

  /**
   * The definitions of all files.
   *
   * @param workspace prefix of the outputs that every node has
   * @param zone of triggers that name none
   * @throws StandaloneException {@code FILE} where one cannot be read, {@code WRONG_SPEC} with
   *     every problem of every file
   */
  static Definitions read(List<Path> files, String workspace, ZoneId zone) {
    Drafts drafts = new Drafts(workspace, zone);
    files.forEach(drafts::add);
    drafts.ownOutputs.forEach(drafts.outputs::putIfAbsent);
    Definitions definitions = new Definitions(drafts.nodes, drafts.outputs);
    drafts.checkLoop(definitions);
    if (!drafts.problems.isEmpty()) {
      throw new StandaloneException(
          StandaloneException.Code.WRONG_SPEC, String.join("\n", drafts.problems));
    }
    return definitions;
  }

  private void add(Path file) {
    switch (FlowSpecReader.read(text(file))) {
      case Checked.Invalid<FlowSpec>(List<Problem> found) -> tell(file, found);
      case Checked.Valid<FlowSpec>(FlowSpec document) -> {
        Problems found = new Problems();
        DraftDocument draft = new DraftDocument(document, baseName(file), workspace, zone, found);
        tell(file, found.all());
        draft.nodes().forEach(node -> add(file, node));
        draft.outputs().forEach((output, owners) -> add(file, output, owners));
        draft.ownOutputs().forEach(ownOutputs::putIfAbsent);
      }
    }
  }

  private void add(Path file, DefinedNode node) {
    Path former = files.putIfAbsent(node.key(), file);
    if (former == null) {
      nodes.add(node);
    } else {
      problems.add(
          "%s: DuplicateName: %s has a workflow '%s' with a node '%s' too"
              .formatted(file, former, node.key().workflow(), node.key().node()));
    }
  }

  private void add(Path file, String output, List<NodeKey> owners) {
    List<NodeKey> former = outputs.putIfAbsent(output, owners);
    if (former != null && !former.equals(owners)) {
      problems.add(
          "%s: DuplicateOutput '%s': several nodes cannot export the same output; node '%s' of '%s' does too"
              .formatted(file, output, former.getFirst().node(), former.getFirst().workflow()));
    }
  }

  private void checkLoop(Definitions definitions) {
    List<NodeKey> loop = DependencyLoop.find(definitions.upstreams());
    if (!loop.isEmpty()) {
      problems.add(
          "DependencyCycle: each of these nodes waits for the next and the last for the first: "
              + loop.stream()
                  .map(node -> node.workflow() + "/" + node.node())
                  .collect(Collectors.joining(" -> ")));
    }
  }

  private void tell(Path file, List<Problem> found) {
    found.forEach(problem -> problems.add(file + ": " + problem.sentence()));
  }

  private static String baseName(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StandaloneException(
          StandaloneException.Code.FILE, "cannot read " + file + " as UTF-8 text: " + e, e);
    }
  }
}

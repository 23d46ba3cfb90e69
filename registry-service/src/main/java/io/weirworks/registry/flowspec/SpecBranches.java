package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arms of a branch or join node (dataworks-semantics 1.8). */
public record SpecBranches(List<Arm> branches, OtherKeys others) {

  /**
   * One arm.
   *
   * @param name what a join's expression calls the arm
   * @param nodeId upstream of a join's arm
   * @param output output of a branch's arm, or upstream of a join's
   * @param others {@code when}, {@code desc}, {@code assertion}, …
   */
  public record Arm(
      @Nullable String name, @Nullable String nodeId, @Nullable String output, OtherKeys others) {

    static Arm read(SpecCursor in) {
      return new Arm(in.text("name"), in.nodeId("nodeId"), in.output("output"), in.otherKeys());
    }

    ObjectNode write() {
      return new TreeWriter()
          .text("name", name)
          .text("nodeId", nodeId)
          .text("output", output)
          .otherKeys(others)
          .done();
    }
  }

  public SpecBranches {
    branches = List.copyOf(branches);
  }

  static SpecBranches read(SpecCursor in) {
    return new SpecBranches(in.list(Arm::read, "branches"), in.otherKeys());
  }

  ObjectNode write() {
    return new TreeWriter().list("branches", branches, Arm::write).otherKeys(others).done();
  }
}

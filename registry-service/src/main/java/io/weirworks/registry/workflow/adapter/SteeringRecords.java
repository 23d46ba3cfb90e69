package io.weirworks.registry.workflow.adapter;

import io.weirworks.contract.Parameter;
import io.weirworks.contract.ParameterType;
import io.weirworks.contract.registry.ArmEnd;
import io.weirworks.contract.registry.Branch;
import io.weirworks.contract.registry.BranchArm;
import io.weirworks.contract.registry.BranchSelection;
import io.weirworks.contract.registry.Join;
import io.weirworks.contract.registry.JoinArm;
import io.weirworks.contract.registry.Loop;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.UpstreamArm;
import io.weirworks.registry.workflow.NodeControl;
import io.weirworks.registry.workflow.Steering;
import java.util.ArrayList;
import java.util.List;

/** A node's part in the control flow in the contract's records. */
final class SteeringRecords {

  private SteeringRecords() {}

  static void put(NodeDefinition.Builder record, Steering steering) {
    List<Parameter> parameters =
        new ArrayList<>(record.hasParameters() ? record.getParameters() : List.of());
    steering.inputs().stream().map(SteeringRecords::of).forEach(parameters::add);
    record
        .setParameters(parameters)
        .setLoopNodeId(steering.loopNodeId())
        .setIgnoreBranchConditionSkip(steering.ignoresBranchSkip())
        .setUpstreamArms(
            steering.arms().stream()
                .map(arm -> new UpstreamArm(arm.nodeId(), arm.output()))
                .toList());
    switch (steering.control()) {
      case NodeControl.None _ -> {}
      case NodeControl.Branch(var arms, boolean all) -> record.setBranch(branch(arms, all));
      case NodeControl.Join(var arms, String logic) -> record.setJoin(join(arms, logic));
      case NodeControl.Loop(int turns, int parallelism, String end) ->
          record.setLoop(new Loop(turns, parallelism, end));
    }
  }

  private static Parameter of(Steering.Input input) {
    return Parameter.newBuilder()
        .setName(input.name())
        .setType(ParameterType.NODE_OUTPUT)
        .setValue("")
        .setSourceNode(input.nodeId())
        .setSourceOutput(input.output())
        .build();
  }

  private static Branch branch(List<NodeControl.BranchArm> arms, boolean all) {
    return new Branch(
        arms.stream()
            .map(
                arm ->
                    new BranchArm(
                        arm.condition(),
                        arm.output(),
                        arm.description().isEmpty() ? null : arm.description()))
            .toList(),
        all ? BranchSelection.ALL : BranchSelection.FIRST_MATCH);
  }

  private static Join join(List<NodeControl.JoinArm> arms, String logic) {
    return new Join(
        arms.stream()
            .map(
                arm ->
                    new JoinArm(
                        arm.name(),
                        arm.nodeId(),
                        arm.accepted().stream()
                            .sorted()
                            .map(end -> ArmEnd.valueOf(end.name()))
                            .toList()))
            .toList(),
        logic);
  }
}

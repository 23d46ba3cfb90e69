package io.weirworks.scheduler.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.backfill.BackfillOrder;
import io.weirworks.scheduler.baseline.BaselineFinish;
import io.weirworks.scheduler.baseline.BaselineStatus;
import io.weirworks.scheduler.baseline.BaselineType;
import io.weirworks.scheduler.controlflow.FaultCode;
import io.weirworks.scheduler.decision.RejectionCode;
import io.weirworks.scheduler.instance.InstanceStatus;
import io.weirworks.scheduler.instance.WaitOwner;
import io.weirworks.scheduler.instance.WaitReason;
import io.weirworks.scheduler.parameter.ParameterErrorCode;
import io.weirworks.scheduler.workflowinstance.Downstream;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceType;
import io.weirworks.schemas.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the core names, the contract names too. */
class ContractNamesTest {

  static Stream<Arguments> enums() {
    return Stream.of(
        Arguments.of(
            InstanceStatus.values(), io.weirworks.contract.scheduler.InstanceStatus.values()),
        Arguments.of(WaitReason.values(), io.weirworks.contract.scheduler.WaitReason.values()),
        Arguments.of(WaitOwner.values(), io.weirworks.contract.scheduler.WaitOwner.values()),
        Arguments.of(Downstream.values(), io.weirworks.contract.scheduler.RerunDownstream.values()),
        Arguments.of(FlowStatus.values(), io.weirworks.contract.scheduler.FlowStatus.values()),
        Arguments.of(
            WorkflowInstanceType.values(),
            io.weirworks.contract.scheduler.WorkflowInstanceType.values()),
        Arguments.of(
            BackfillOrder.values(), io.weirworks.contract.scheduler.BackfillOrder.values()),
        Arguments.of(BaselineType.values(), io.weirworks.contract.scheduler.BaselineKind.values()),
        Arguments.of(
            BaselineStatus.values(), io.weirworks.contract.scheduler.BaselineStatus.values()),
        Arguments.of(
            BaselineFinish.values(), io.weirworks.contract.scheduler.BaselineFinish.values()));
  }

  @ParameterizedTest
  @MethodSource("enums")
  void everyConstantIsASymbolOfTheContract(Enum<?>[] core, Enum<?>[] contract) {
    assertThat(names(contract)).containsAll(names(core));
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  @Test
  void everyCodeIsOfTheClosedList() {
    Stream<String> codes =
        Stream.concat(
            Arrays.stream(RejectionCode.values()).map(RejectionCode::code),
            Stream.concat(
                Arrays.stream(ParameterErrorCode.values()).map(ParameterErrorCode::code),
                Arrays.stream(FaultCode.values()).map(FaultCode::code)));
    assertThat(
            Stream.concat(
                codes, Stream.of("NodeFrozen", "ContentTooLarge", "NotYetKnown", "TimedOut")))
        .allSatisfy(code -> assertThat(ErrorCode.ofCode(code)).as(code).isPresent());
  }
}

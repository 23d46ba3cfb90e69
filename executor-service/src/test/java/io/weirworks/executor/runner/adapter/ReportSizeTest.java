package io.weirworks.executor.runner.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.executor.OutputKind;
import io.weirworks.contract.executor.OutputValue;
import io.weirworks.contract.executor.ReportPhase;
import io.weirworks.contract.executor.ReportRun;
import io.weirworks.contract.executor.Statement;
import io.weirworks.contract.executor.StatementOutcome;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportSizeTest {

  private static final AvroCodec CODEC = new AvroCodec(SchemaCatalogue.contract());

  private static int size(ReportRun report) {
    return CODEC.encode(report).length;
  }

  private static ReportRun report(int statements, int textLength, int outputs) {
    return ReportRun.newBuilder()
        .setRunId("run-1")
        .setAttempt(1)
        .setWorkflowInstanceId("wi-1")
        .setEpoch(1)
        .setHolder("slot-0")
        .setReportNumber(1)
        .setPhase(ReportPhase.ENDED)
        .setStatements(
            IntStream.range(0, statements)
                .mapToObj(
                    index ->
                        Statement.newBuilder()
                            .setIndex(index)
                            .setText("ä".repeat(textLength))
                            .setSha256("0")
                            .setLength(textLength)
                            .setOutcome(StatementOutcome.SUCCEEDED)
                            .build())
                .toList())
        .setOutputs(
            Map.of(
                "outputs",
                OutputValue.newBuilder()
                    .setKind(OutputKind.ELEMENTS)
                    .setElements(Collections.nCopies(outputs, "x".repeat(1000)))
                    .build()))
        .build();
  }

  @Test
  void reportThatFitsStaysAsItIs() {
    ReportRun report = report(100, 100, 10);

    assertThat(ReportSize.fit(report, ReportSizeTest::size)).isSameAs(report);
  }

  @Test
  void textsOfTheLastStatementsGoFirstAndTheirLengthsStay() {
    // given 1,048,000 characters of two bytes each and two million bytes of output
    ReportRun report = report(1_048, 1_000, 2_000);

    // when
    ReportRun cut = ReportSize.fit(report, ReportSizeTest::size);

    // then
    assertThat(size(cut)).isLessThanOrEqualTo(ReportSize.MOST_BYTES);
    assertThat(cut.getStatements())
        .hasSize(1_048)
        .extracting(Statement::getLength)
        .containsOnly(1_000);
    assertThat(cut.getStatements().getFirst().getText()).isNotNull();
    assertThat(cut.getStatements().getLast().getText()).isNull();
    assertThat(cut.getOutputs()).isEqualTo(report.getOutputs());
  }

  @Test
  void outputsGoWhereTextsAreNotEnough() {
    ReportRun cut = ReportSize.fit(report(1, 10, 5_000), ReportSizeTest::size);

    assertThat(size(cut)).isLessThanOrEqualTo(ReportSize.MOST_BYTES);
    assertThat(cut.getOutputs().values())
        .allSatisfy(
            value -> {
              assertThat(value.getElements()).isEqualTo(List.of());
              assertThat(value.getTruncated()).isTrue();
            });
  }
}

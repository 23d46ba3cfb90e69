package io.weirworks.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTableTest {

  @TempDir private Path folder;

  private ReportTable table(String text) throws Exception {
    return ReportTable.read(Files.writeString(folder.resolve("report.csv"), text));
  }

  @Test
  void firstRowsStandInColumnsNumbersToTheRight() throws Exception {
    // given
    ReportTable table =
        table("airport,name,avg_delay\nBWI,Baltimore,100.00\nLAS,\"A, \\\"B\\\"\",-9.50\nX,Y,1\n");
    // then
    assertThat(table.rows()).hasSize(3);
    assertThat(table.lines(2))
        .containsExactly(
            "airport  name       avg_delay", //
            "BWI      Baltimore     100.00",
            "LAS      A, \"B\"         -9.50");
  }

  @Test
  void longFieldIsCut() throws Exception {
    assertThat(table("name\n" + "x".repeat(40) + "\n").lines(1).getLast())
        .isEqualTo("x".repeat(27) + "…");
  }

  @Test
  void reportWithoutRowsIsMissing() {
    assertThatThrownBy(() -> table("airport,name\n"))
        .hasMessageContaining("REPORT_MISSING")
        .hasMessageContaining("report.csv has no rows");
    assertThatThrownBy(() -> ReportTable.read(folder.resolve("none.csv")))
        .hasMessageContaining("REPORT_MISSING")
        .hasMessageContaining("none.csv");
  }
}

package io.weirworks.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsOutputTest {
  private static final List<String> COLUMNS = List.of("c");

  @Test
  void asManyRowsAsAllowedAreKeptWhole() throws Exception {
    var rows = rows(RowsOutput.MAX_ROWS, "x");
    assertThat(RowsOutput.cut(COLUMNS, rows)).isEqualTo(new RowsOutput.Rows(COLUMNS, rows, false));
  }

  @Test
  void oneRowMoreIsCutAndMarked() throws Exception {
    var rows = rows(RowsOutput.MAX_ROWS + 1, "x");
    var cut = RowsOutput.cut(COLUMNS, rows);
    assertThat(cut.rows()).hasSize(RowsOutput.MAX_ROWS);
    assertThat(cut.truncated()).isTrue();
  }

  @Test
  void moreBytesThanAllowedAreCutAtARowAndMarked() throws Exception {
    // given three rows of which two fit
    var rows = rows(3, "ü".repeat(RowsOutput.MAX_BYTES / 5));
    // when
    var cut = RowsOutput.cut(COLUMNS, rows);
    // then
    assertThat(cut.rows()).hasSize(2);
    assertThat(cut.truncated()).isTrue();
  }

  private static List<List<@Nullable String>> rows(int count, @Nullable String value) {
    return Collections.nCopies(count, Collections.singletonList(value));
  }
}

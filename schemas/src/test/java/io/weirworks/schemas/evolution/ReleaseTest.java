package io.weirworks.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTest {

  private static final String ONE = "namespace t; @topic(\"x\") record One { string id; }";
  private static final String ONE_GROWN =
      "namespace t; @topic(\"x\") record One { string id; int more = 0; }";
  private static final String TWO = "namespace t; @topic(\"x\") record Two { string id; }";

  @TempDir private Path folder;

  @BeforeEach
  void noIdYet() throws IOException {
    Files.writeString(folder.resolve("ids.csv"), ContractFolder.IDS_HEADER + "\n");
  }

  @Test
  void releaseGivesEachNewSchemaTheNextIdAndKeepsTheOthers() throws IOException {
    // when
    release(1, ONE);
    release(2, ONE_GROWN, TWO);

    // then
    assertThat(Files.readAllLines(folder.resolve("ids.csv")))
        .extracting(row -> row.replaceAll(",[0-9a-f]{16},", ","))
        .containsExactly(
            ContractFolder.IDS_HEADER,
            "1900000001,t.One,released/1/t.One.avsc",
            "1900000002,t.One,released/2/t.One.avsc",
            "1900000003,t.Two,released/2/t.Two.avsc");
    assertThat(GoldenRecord.parse(Files.readString(folder.resolve("golden/2.jsonl"))))
        .extracting(GoldenRecord::record, GoldenRecord::variant)
        .containsExactly(
            tuple("t.One", "full"),
            tuple("t.One", "bare"),
            tuple("t.Two", "full"),
            tuple("t.Two", "bare"));
  }

  @Test
  void releasedVersionIsNeverWrittenAgain() throws IOException {
    // given
    release(1, ONE);
    String ids = Files.readString(folder.resolve("ids.csv"));

    // when, then
    assertThatThrownBy(() -> release(1, ONE_GROWN)).hasMessageContaining("version 1 is released");
    assertThat(Files.readString(folder.resolve("ids.csv"))).isEqualTo(ids);
  }

  @Test
  void noVersionIsLeftOut() {
    assertThatThrownBy(() -> release(2, ONE)).hasMessage("the next version is 1, not 2");
  }

  @Test
  void versionThatBreaksAReleasedOneIsNotWritten() throws IOException {
    // given
    release(1, ONE);

    // when, then
    assertThatThrownBy(() -> release(2, TWO)).hasMessageContaining("RECORD_REMOVED at t.One");
    assertThat(folder.resolve("released/2")).doesNotExist();
  }

  @Test
  void versionThatAddsNothingIsNotWritten() throws IOException {
    // given
    release(1, ONE);

    // when, then
    assertThatThrownBy(() -> release(2, ONE)).hasMessageContaining("nothing that is not released");
  }

  private void release(int version, String... idl) throws IOException {
    List<IdlFiles.File> files =
        List.of(idl).stream().map(text -> IdlFiles.parse("file", text)).toList();
    new Release(folder, folder.resolve("golden"), files).write(version);
  }
}

package io.weirworks.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.standalone.platform.Programs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintedUpViewTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private PrintedUpView view(boolean terminal) {
    return new PrintedUpView(
        new Surroundings(
            new PrintStream(out, true, UTF_8),
            terminal,
            Path.of("."),
            new Programs("", List.of()),
            Map.of()));
  }

  @Test
  void onATerminalTheBarIsDrawnOverItselfAndEndsBeforeTheNextLine() {
    // given
    PrintedUpView view = view(true);
    // when
    view.fetchingSpark(0, 0, 0);
    view.fetchingSpark(10, 20, 3 << 20);
    view.fetchingSpark(20, 20, 3 << 20);
    view.line("ready");
    // then
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "\rspark      [###############...............] 10 of 20 jars, 3 MiB fetched"
                + "\rspark      [##############################] 20 of 20 jars, 3 MiB fetched"
                + "\nready\n");
  }

  @Test
  void elsewhereEachTenthIsALine() {
    // given
    PrintedUpView view = view(false);
    // when
    for (int jar = 0; jar <= 200; jar++) {
      view.fetchingSpark(jar, 200, 0);
    }
    // then
    assertThat(out.toString(UTF_8).lines()).hasSize(10).first().asString().contains("20 of 200");
  }
}

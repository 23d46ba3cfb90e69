package io.weirworks.infra.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessIdentityTest {

  private final ProcessIdentity self =
      ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();

  @Test
  void aRunningProcessIsAlive() {
    assertThat(self.isAlive()).isTrue();
  }

  @Test
  void anotherProcessWithThePidIsNotIt() {
    assertThat(new ProcessIdentity(self.pid(), self.startTicks() - 1, self.bootId()).isAlive())
        .isFalse();
  }

  @Test
  void theSamePidAndStartOfAnotherBootIsNotIt() {
    assertThat(
            new ProcessIdentity(
                    self.pid(), self.startTicks(), "00000000-0000-0000-0000-000000000000")
                .isAlive())
        .isFalse();
  }

  @Test
  void itsTextIsReadBack() {
    assertThat(ProcessIdentity.parse(self.text() + "\n")).contains(self);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "12 34", "12 34 ", "x 34 ab-12", "12 34 ab-12 more"})
  void anythingElseIsNoIdentity(String text) {
    assertThat(ProcessIdentity.parse(text)).isEmpty();
  }
}

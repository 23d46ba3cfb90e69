package io.weirworks.infra.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.infra.process.Launch;
import io.weirworks.infra.process.ManagedProcess;
import io.weirworks.infra.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFoldersTest {

  @TempDir private Path base;

  @Test
  void serversThatADeadJvmLeftAreEndedAndTheirFoldersRemoved() throws IOException {
    // given
    ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
    ProcessIdentity dead = new ProcessIdentity(self.pid(), self.startTicks() - 1, self.bootId());
    ManagedProcess left = serverOf("dead", dead);
    // when
    TestFolders.make(base);
    // then
    assertThat(left.isAlive()).isFalse();
    assertThat(base.resolve("dead")).doesNotExist();
  }

  @Test
  void serversOfALivingJvmAreLeftAlone() throws IOException {
    // given
    ProcessIdentity living = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
    ManagedProcess theirs = serverOf("living", living);
    // when
    TestFolders.make(base);
    // then
    assertThat(theirs.isAlive()).isTrue();
    theirs.kill();
  }

  @Test
  void atTheEndOfTheJvmItsServersEndAndTheirLogsStay() throws IOException {
    // given
    TestFolders folders = TestFolders.make(base);
    Path server = Files.createDirectories(folders.fresh("separate").resolve("database"));
    Path log = Files.writeString(server.resolve("server.log"), "why");
    Path data = Files.writeString(Files.createDirectory(server.resolve("data")).resolve("x"), "");
    ManagedProcess running = start(server);
    // when
    folders.end();
    // then
    assertThat(running.isAlive()).isFalse();
    assertThat(data).doesNotExist();
    assertThat(log).exists();
  }

  private ManagedProcess serverOf(String jvm, ProcessIdentity owner) throws IOException {
    Path server = Files.createDirectories(base.resolve(jvm).resolve("shared-1").resolve("broker"));
    Files.writeString(base.resolve(jvm).resolve("owner"), owner.text());
    return start(server);
  }

  private static ManagedProcess start(Path server) {
    return ManagedProcess.start(
        new Launch(
            List.of("sleep", "300"),
            Map.of(),
            server,
            server.resolve("server.log"),
            server.resolve("pid")));
  }
}

package io.weirworks.infra.testing;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.process.ManagedProcess;
import io.weirworks.infra.process.ProcessIdentity;
import io.weirworks.infra.server.Folders;
import io.weirworks.infra.server.ServerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The folders of this JVM's test servers, under {@code target/infra} of the module under test. A
 * JVM that was killed leaves its servers running; the next one ends them.
 */
final class TestFolders {

  private static final String OWNER = "owner";
  private static final TestFolders OF_THIS_JVM = untilTheJvmEnds(Path.of("target", "infra"));

  private final Path home;
  private final AtomicInteger count = new AtomicInteger();

  private TestFolders(Path home) {
    this.home = home;
  }

  static TestFolders ofThisJvm() {
    return OF_THIS_JVM;
  }

  /** Ends what dead JVMs left under the base and makes this one's folder. */
  static TestFolders make(Path base) {
    ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
    ServerFolder home = new ServerFolder(base.resolve(self.pid() + "-" + self.startTicks()));
    home.write(home.file(OWNER), self.text());
    children(base).stream().filter(TestFolders::isAbandoned).forEach(TestFolders::clear);
    return new TestFolders(home.path());
  }

  private static TestFolders untilTheJvmEnds(Path base) {
    TestFolders folders = make(base.toAbsolutePath());
    Runtime.getRuntime().addShutdownHook(new Thread(folders::end, "infra-end"));
    return folders;
  }

  /** Ends all servers of this JVM; of their folders only the logs stay, to be read. */
  void end() {
    for (Path server : endServers(home)) {
      Folders.deleteAllBut(server, new ServerFolder(server).log());
    }
  }

  Path fresh(String name) {
    return home.resolve(name + "-" + count.incrementAndGet());
  }

  private static boolean isAbandoned(Path home) {
    Path owner = home.resolve(OWNER);
    try {
      return Files.exists(owner)
          && ProcessIdentity.parse(Files.readString(owner))
              .filter(ProcessIdentity::isAlive)
              .isEmpty();
    } catch (IOException removedMeanwhile) {
      return false;
    }
  }

  private static void clear(Path home) {
    endServers(home);
    Folders.delete(home);
  }

  private static List<Path> endServers(Path home) {
    List<Path> servers =
        children(home).stream().flatMap(infra -> children(infra).stream()).toList();
    servers.stream()
        .flatMap(server -> ManagedProcess.find(server.resolve("pid")).stream())
        .forEach(ManagedProcess::kill);
    return servers;
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      throw new InfraException(InfraException.Code.FILE, "cannot list " + folder, e);
    }
  }
}

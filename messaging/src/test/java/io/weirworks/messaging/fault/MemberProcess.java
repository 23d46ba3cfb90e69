package io.weirworks.messaging.fault;

import io.weirworks.infra.process.Launch;
import io.weirworks.infra.process.ManagedProcess;
import io.weirworks.infra.testing.Infra;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.fault.BankMember.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A {@link BankMember} process as the test sees it. */
final class MemberProcess implements AutoCloseable {

  private final ManagedProcess process;
  private final Path go;
  private final Path armed;

  private MemberProcess(ManagedProcess process, Path go, Path armed) {
    this.process = process;
    this.go = go;
    this.armed = armed;
  }

  /**
   * Joins at {@link #go}, so that its start takes no time of its own. Healthy until {@link #arm}:
   * then {@code fault} strikes at that passage of the step.
   */
  static MemberProcess start(BankTown town, String slot, Fault fault, Step step, int passage) {
    try {
      Path folder =
          Files.createDirectories(Path.of("target", "members", Infra.freshName(slot)))
              .toAbsolutePath();
      Path armed = folder.resolve("armed");
      Path go = folder.resolve("go");
      String jdbcUrl = town.database().jdbcUrl(town.schema());
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-Xmx256m",
              "-Duser.timezone=UTC",
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow",
              "-Dweirworks.log=" + System.getProperty("weirworks.log", "WARN"),
              "-Dbank.parent=" + ProcessHandle.current().pid(),
              "-Dbank.bootstrap=" + town.bootstrap(),
              "-Dbank.database=" + jdbcUrl.substring(0, jdbcUrl.indexOf(town.schema())),
              "-Dbank.user=" + town.database().user(),
              "-Dbank.schema=" + town.schema(),
              "-Dbank.slot=" + slot,
              "-Dbank.fault=" + fault,
              "-Dbank.step=" + step,
              "-Dbank.passage=" + passage,
              "-Dbank.armed=" + armed,
              "-Dbank.go=" + go,
              "-cp",
              System.getProperty("java.class.path"),
              BankMember.class.getName());
      Launch launch =
          new Launch(
              command,
              Map.of(BankMember.PASSWORD, town.database().password()),
              folder,
              folder.resolve("log"),
              folder.resolve("pid"));
      return new MemberProcess(ManagedProcess.start(launch), go, armed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MemberProcess go() {
    return tell(go);
  }

  MemberProcess arm() {
    return tell(armed);
  }

  private MemberProcess tell(Path file) {
    try {
      Files.createFile(file);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether the kernel shows it as stopped. */
  boolean isFrozen() {
    try {
      String stat = Files.readString(Path.of("/proc", "" + process.identity().pid(), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).startsWith("T");
    } catch (IOException ended) {
      return false;
    }
  }

  void thaw() {
    process.thaw();
  }

  @Override
  public void close() {
    process.kill();
  }
}

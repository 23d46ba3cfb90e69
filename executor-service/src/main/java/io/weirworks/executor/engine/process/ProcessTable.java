package io.weirworks.executor.engine.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The live processes of this host as {@code /proc} shows them; a zombie is not alive. */
final class ProcessTable {
  /**
   * The environment variable by which a process of a tag is known even after it left its session.
   */
  static final String TAG_VARIABLE = "WEIRWORKS_TAG";

  private static final Path PROC = Path.of("/proc");

  /** What {@code /proc/<pid>/stat} says of a live process. */
  private record Stat(long pid, long session, long startTicks) {}

  private final String bootId;

  ProcessTable() throws IOException {
    bootId = Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
  }

  boolean isAlive(ProcessIdentity identity) {
    return identity.bootId().equals(bootId)
        && stat(Long.toString(identity.pid()))
            .filter(s -> s.startTicks() == identity.startTicks())
            .isPresent();
  }

  /**
   * The pids of everything that belongs to the tag: what carries it in its environment, the child
   * itself, and the session of the supervisor while that lives (a dead leader's number may already
   * name a stranger's session). Only a process that both makes a session of its own and clears its
   * environment escapes.
   */
  List<Long> members(RunDirectory run) throws IOException {
    var variable = TAG_VARIABLE + "=" + run.tag();
    var session = run.supervisor().filter(this::isAlive).map(ProcessIdentity::pid).orElse(-1L);
    var child = run.child().filter(this::isAlive).map(ProcessIdentity::pid).orElse(-1L);
    var self = ProcessHandle.current().pid();
    try (Stream<Path> processes = Files.list(PROC)) {
      return processes
          .map(p -> p.getFileName().toString())
          .filter(name -> Character.isDigit(name.charAt(0)))
          .flatMap(name -> stat(name).stream())
          .filter(
              s ->
                  s.session() == session
                      || s.pid() == child
                      || environment(s.pid()).contains(variable))
          .map(Stat::pid)
          .filter(pid -> pid != self)
          .toList();
    }
  }

  private static Optional<Stat> stat(String pid) {
    try {
      var text = Files.readString(PROC.resolve(pid).resolve("stat"), ISO_8859_1);
      var fields = text.substring(text.lastIndexOf(") ") + 2).split(" ");
      var dead = fields[0].equals("Z") || fields[0].equals("X");
      return dead
          ? Optional.empty()
          : Optional.of(
              new Stat(Long.parseLong(pid), Long.parseLong(fields[3]), Long.parseLong(fields[19])));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static List<String> environment(long pid) {
    try {
      return List.of(
          Files.readString(PROC.resolve(Long.toString(pid)).resolve("environ"), ISO_8859_1)
              .split("\0"));
    } catch (IOException _) {
      return List.of();
    }
  }
}

package io.weirworks.infra.process;

import io.weirworks.infra.InfraException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The TCP sockets on which given processes listen, by what the kernel says ({@code /proc/<pid>/fd}
 * names the inodes, {@code /proc/<pid>/net/tcp*} their addresses). Everything of ours listens on
 * loopback (docker-free default and tests alike); tests hold it with {@link #exposed}.
 */
public final class ListeningSockets {

  private static final Pattern SOCKET_LINK = Pattern.compile("socket:\\[(\\d+)]");
  private static final String LISTEN = "0A";

  /** One listening socket: the process that holds it, and its address and port. */
  public record ListeningSocket(long pid, InetSocketAddress address) {

    public boolean onLoopback() {
      return address.getAddress().isLoopbackAddress();
    }
  }

  private ListeningSockets() {}

  /** All TCP sockets on which these processes listen; a process that is gone has none. */
  public static List<ListeningSocket> of(Collection<Long> pids) {
    return pids.stream().flatMap(pid -> ofProcess(pid).stream()).toList();
  }

  /** Those of them that another machine could reach; must be empty. */
  public static List<ListeningSocket> exposed(Collection<Long> pids) {
    return of(pids).stream().filter(socket -> !socket.onLoopback()).toList();
  }

  private static List<ListeningSocket> ofProcess(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    Set<String> inodes = socketInodes(process.resolve("fd"));
    List<ListeningSocket> sockets = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      lines(process.resolve("net").resolve(table)).stream()
          .skip(1)
          .map(line -> line.strip().split("\\s+"))
          .filter(columns -> columns[3].equals(LISTEN) && inodes.contains(columns[9]))
          .map(columns -> new ListeningSocket(pid, address(columns[1])))
          .forEach(sockets::add);
    }
    return sockets;
  }

  /**
   * {@code 0100007F:1F90}: the address as 32-bit words in this machine's byte order, the port in
   * hexadecimal.
   */
  static InetSocketAddress address(String text) {
    int colon = text.indexOf(':');
    ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(text.substring(0, colon)));
    ByteBuffer address = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
    while (words.hasRemaining()) {
      address.putInt(words.getInt());
    }
    try {
      return new InetSocketAddress(
          InetAddress.getByAddress(address.array()),
          HexFormat.fromHexDigits(text.substring(colon + 1)));
    } catch (IOException e) {
      throw new IllegalArgumentException("not an address of /proc/net/tcp: " + text, e);
    }
  }

  private static Set<String> socketInodes(Path descriptors) {
    try (Stream<Path> links = Files.list(descriptors)) {
      return links
          .map(ListeningSockets::target)
          .map(SOCKET_LINK::matcher)
          .filter(Matcher::matches)
          .map(match -> match.group(1))
          .collect(Collectors.toSet());
    } catch (AccessDeniedException e) {
      throw new InfraException(
          InfraException.Code.FILE,
          "cannot see the sockets of " + descriptors + ": the process is another user's",
          e);
    } catch (IOException gone) {
      return Set.of();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException gone) {
      return List.of();
    }
  }
}

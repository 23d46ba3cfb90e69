package io.weirworks.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.infra.InfraException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFolderTest {

  @TempDir private Path path;

  @Test
  void aPortIsKeptUnderItsName() {
    // given
    int port = new ServerFolder(path).port("client");
    // then
    assertThat(new ServerFolder(path).port("client")).isEqualTo(port);
    assertThat(new ServerFolder(path).port("other")).isNotEqualTo(port);
  }

  @Test
  void aChosenPortIsNoneThatLinuxGivesToOutgoingConnections() {
    // given: the default of net.ipv4.ip_local_port_range
    int firstOutgoing = 32_768;
    // then
    assertThat(new ServerFolder(path).port("client")).isBetween(1024, firstOutgoing - 1);
  }

  @Test
  void aGivenPortReplacesTheKeptOne() {
    // given
    ServerFolder folder = new ServerFolder(path);
    folder.port("client");
    // when
    folder.keepPort("client", 12345);
    // then
    assertThat(new ServerFolder(path).port("client")).isEqualTo(12345);
  }

  @Test
  void aPortInUseIsRefusedWithTheWayOut() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // given
      ServerFolder folder = new ServerFolder(path);
      folder.keepPort("client", other.getLocalPort());
      // then
      assertThat(folder.listens("client")).isTrue();
      assertThatThrownBy(() -> folder.requireFree("client"))
          .isInstanceOf(InfraException.class)
          .hasMessageContaining("PORT_IN_USE")
          .hasMessageContaining(Integer.toString(other.getLocalPort()))
          .hasMessageContaining("client.port");
    }
  }

  @Test
  void onlyItsOwnerComesIn() throws IOException {
    // when
    ServerFolder folder = new ServerFolder(path.resolve("a/b"));
    // then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
        .isEqualTo("rwx------");
  }

  @Test
  void aFileInItsPlaceIsRefused() throws IOException {
    // given
    Path file = Files.createFile(path.resolve("file"));
    // then
    assertThatThrownBy(() -> new ServerFolder(file))
        .isInstanceOf(InfraException.class)
        .hasMessage("FILE: " + file + " is a file; a server needs a folder there");
  }

  @Test
  void onlyItsOwnerReadsWhatItWrites() throws IOException {
    // given
    ServerFolder folder = new ServerFolder(path);
    // when
    folder.write(folder.file("secret"), "x");
    folder.write(folder.file("secret"), "y");
    // then
    assertThat(folder.read(folder.file("secret"))).isEqualTo("y");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file("secret"))))
        .isEqualTo("rw-------");
  }
}

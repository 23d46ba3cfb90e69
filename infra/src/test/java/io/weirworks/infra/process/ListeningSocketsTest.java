package io.weirworks.infra.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.infra.process.ListeningSockets.ListeningSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListeningSocketsTest {

  private static final List<Long> SELF = List.of(ProcessHandle.current().pid());

  @ParameterizedTest
  @CsvSource({
    "0100007F:1F90, 127.0.0.1, 8080, true",
    "0500007F:0016, 127.0.0.5, 22, true",
    "00000000:0050, 0.0.0.0, 80, false",
    "0101A8C0:01BB, 192.168.1.1, 443, false",
    "00000000000000000000000001000000:1F90, 0:0:0:0:0:0:0:1, 8080, true",
    "0000000000000000FFFF00000100007F:1F90, 127.0.0.1, 8080, true",
    "00000000000000000000000000000000:1F90, 0:0:0:0:0:0:0:0, 8080, false",
  })
  void theKernelsAddressesAreRead(String text, String host, int port, boolean loopback) {
    // when
    InetSocketAddress address = ListeningSockets.address(text);
    // then
    assertThat(address.getAddress().getHostAddress()).isEqualTo(host);
    assertThat(address.getPort()).isEqualTo(port);
    assertThat(new ListeningSocket(1, address).onLoopback()).isEqualTo(loopback);
  }

  @Test
  void aSocketOnLoopbackIsListedAndNotExposed() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(ListeningSockets.of(SELF))
          .extracting(found -> found.address().getPort())
          .contains(socket.getLocalPort());
      assertThat(ListeningSockets.exposed(SELF)).isEmpty();
    }
  }

  @Test
  void aSocketOnAllAddressesIsExposed() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      assertThat(ListeningSockets.exposed(SELF))
          .extracting(found -> found.address().getPort())
          .containsExactly(socket.getLocalPort());
    }
  }

  @Test
  void aProcessThatIsGoneHasNone() throws Exception {
    // given
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    // then
    assertThat(ListeningSockets.of(List.of(gone.pid()))).isEmpty();
  }
}

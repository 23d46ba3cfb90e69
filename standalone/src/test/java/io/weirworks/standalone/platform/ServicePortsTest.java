package io.weirworks.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.server.ServerFolder;
import io.weirworks.schemas.Service;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicePortsTest {

  @TempDir private Path folder;

  private DataFolder data = new DataFolder(Path.of(""));

  @BeforeEach
  void create() {
    data = new DataFolder(folder);
    data.create();
  }

  @Test
  void portOfTheEnvironmentGoesBefore() {
    // given
    new ServicePorts(data, Map.of()).port(Service.REGISTRY);
    // then
    assertThat(
            new ServicePorts(data, Map.of("WEIRWORKS_REGISTRY_PORT", "18601"))
                .address(Service.REGISTRY))
        .isEqualTo("127.0.0.1:18601");
  }

  @Test
  void portIsKeptForTheNextStart() {
    // given
    int port = new ServicePorts(data, Map.of()).port(Service.LINEAGE);
    // then
    assertThat(new ServicePorts(data, Map.of()).port(Service.LINEAGE)).isEqualTo(port);
  }

  @Test
  void keptPortThatIsTakenIsToldBeforeTheStart() throws Exception {
    // given
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      new ServerFolder(data.run()).keepPort(Service.EXECUTOR.id(), other.getLocalPort());
      // then
      assertThatThrownBy(() -> new ServicePorts(data, Map.of()).requireFree(Service.EXECUTOR))
          .isInstanceOf(InfraException.class)
          .hasMessageContaining("" + other.getLocalPort());
    }
  }
}

package io.weirworks.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.infra.process.ListeningSockets;
import io.weirworks.standalone.platform.ComponentStatus.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real Spark; its jars stay in {@code target} for the next run of the test. */
class MetastoreProcessTest {

  private final DataFolder data = new DataFolder(Path.of("target", "metastore of a test"));
  private final MetastoreProcess metastore =
      new MetastoreProcess(
          data,
          Map.of(),
          new UpView() {
            @Override
            public void line(String text) {}

            @Override
            public void fetchingSpark(int jarsDone, int jarsTotal, long bytes) {}
          });

  @AfterEach
  void stop() {
    metastore.stop();
  }

  @Test
  void itServesOnLoopbackAndTellsRunnersWhere() {
    // given
    data.create();
    // when
    metastore.start();
    ComponentStatus status = metastore.status().getFirst();
    // then
    assertThat(status.state()).isEqualTo(State.RUNNING);
    assertThat(status.ready()).isTrue();
    assertThat(metastore.told())
        .containsEntry("WEIRWORKS_METASTORE_URI", "thrift://" + status.address())
        .containsEntry("WEIRWORKS_WAREHOUSE", data.warehouse().toString());
    assertThat(Path.of(metastore.told().getOrDefault("SPARK_HOME", "none"), "jars"))
        .isNotEmptyDirectory();
    assertThat(Path.of(metastore.told().getOrDefault("WEIRWORKS_OPENLINEAGE_JAR", "none")))
        .isNotEmptyFile();
    List<Long> pids = List.of(metastore.pid().orElseThrow());
    assertThat(ListeningSockets.of(pids)).isNotEmpty();
    assertThat(ListeningSockets.exposed(pids)).isEmpty();

    // when it is started again
    metastore.start();
    // then
    assertThat(metastore.pid()).hasValue(pids.getFirst());

    // when
    metastore.stop();
    // then
    assertThat(metastore.status().getFirst().state()).isEqualTo(State.STOPPED);

    // when it comes back
    metastore.start();
    // then it is where it was, so that nobody who was told has to be started again
    assertThat(metastore.status().getFirst().address()).isEqualTo(status.address());
  }
}

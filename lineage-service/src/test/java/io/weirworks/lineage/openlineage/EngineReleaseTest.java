package io.weirworks.lineage.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.openlineage.EngineEvent.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of dataworks-semantics 7.1, row "versions". */
class EngineReleaseTest {

  @ParameterizedTest
  @CsvSource({
    // release, engine, version, node, columns
    "EMR-5.9.1,  spark, 3.3.1, SQL,   true",
    "5.9.0,      spark, 3.3.1, SQL,   false",
    "5.10.0,     spark, 3.3.1, SQL,   true",
    "3.43.1,     hive,  2.3.9, SQL,   true",
    "3.43.0,     hive,  2.3.9, SQL,   false",
    "EMR-5.8.0,  spark, 3.2.1, SPARK, true",
    "5.7.9,      spark, 3.2.1, SPARK, false",
    "3.42.0,     spark, 2.4.8, SPARK, true",
    "3.41.9,     spark, 2.4.8, SPARK, false",
    "4.10.0,     spark, 2.4.7, SPARK, false",
    "6.0.0,      spark, 3.5.0, SPARK, true",
    // no release of EMR: the engine's own version
    ",           spark, 4.2.0, SQL,   true",
    ",           spark, 3.0.0, SPARK, true",
    ",           spark, 2.4.8, SQL,   false",
    ",           spark, odd,   SQL,   true",
    ",           trino, 1.0,   SQL,   true",
    ",           hive,  3.1.3, SQL,   true",
    ",           ,      ,      SQL,   true"
  })
  void columnsAreTakenFromTheFirstReleaseThatTellsThemOn(
      @Nullable String emr,
      @Nullable String engine,
      @Nullable String version,
      EngineRelease.Node node,
      boolean columns) {
    Engine told = engine == null || version == null ? null : new Engine(engine, version);

    assertThat(new EngineRelease(emr, told, node).tellsColumns()).isEqualTo(columns);
  }
}

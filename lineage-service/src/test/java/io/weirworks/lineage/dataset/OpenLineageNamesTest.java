package io.weirworks.lineage.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.PathName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What engines call a dataset is the dataset that statements name (field-failures R57). */
class OpenLineageNamesTest {

  /**
   * A dataset as OpenLineage names it: namespace, name, and what its symlink of type TABLE says.
   */
  private record Told(String namespace, String name, String table) {

    static Told table(String namespace, String name, String table) {
      return new Told(namespace, name, table);
    }

    static Told files(String namespace, String name) {
      return new Told(namespace, name, "");
    }

    Optional<DatasetRef> dataset() {
      List<Symlink> symlinks =
          table.isEmpty() ? List.of() : List.of(new Symlink("hive://metastore", table, "TABLE"));
      return DatasetNames.openLineage(namespace, name, symlinks);
    }
  }

  private static final Map<String, List<Told>> TOLD =
      Map.of(
          "ods.orders",
          List.of(
              Told.table("file", "/wh/ods.db/orders", "ods.orders"),
              Told.table("s3://lake", "ods/orders", "ODS.Orders"),
              Told.table("oss://lake", "/ods/orders", "spark_catalog.ods.orders"),
              Told.files("hive://metastore:9083", "ods.orders"),
              Told.files("arn:aws:glue:eu-west-1:1", "table/ods/orders")),
          "default.dst",
          List.of(
              Told.table("file", "/wh/dst", "default.dst"),
              Told.table("file", "/wh/dst/ds=2026-11-20", "dst"),
              Told.table("hdfs://nn:8020", "/wh/dst", "`default`.`dst`"),
              Told.table("s3a://b", "dst", "table/default/dst")),
          "path:/data/raw",
          List.of(
              Told.files("file", "/data/raw"),
              Told.files("file", "/data/raw/"),
              Told.files("file", "file:///data//raw"),
              Told.files("file:", "/data/raw/ds=2026-11-20/hh=01"),
              Told.files("", "/data/raw/.")),
          "path:s3://lake/raw/orders",
          List.of(
              Told.files("s3://lake", "raw/orders"),
              Told.files("s3a://lake", "/raw/orders/"),
              Told.files("s3n://lake", "raw//orders"),
              Told.files("S3A://lake", "raw/orders/dt=1/part-0.parquet"),
              Told.files("s3://key:secret@lake", "raw/orders")),
          "path:oss://lake/raw",
          List.of(
              Told.files("oss://lake", "raw"),
              Told.files("oss://lake.oss-cn-hangzhou.aliyuncs.com", "/raw"),
              Told.files("oss://lake.oss-cn-hangzhou-internal.aliyuncs.com", "raw/"),
              Told.files("oss://id:secret@lake.cn-hangzhou.oss-dls.aliyuncs.com", "raw")),
          "path:hdfs://nn1/user/ada",
          List.of(
              Told.files("hdfs://nn1:8020", "/user/ada"),
              Told.files("hdfs://nn1", "/user/ada"),
              Told.files("HDFS://NN1:8020", "/user/ada/"),
              Told.files("webhdfs://nn1:9870", "/user/ada")),
          "path:hdfs://nn1:9000/user/ada",
          List.of(
              Told.files("hdfs://nn1:9000", "/user/ada"),
              Told.files("hdfs://NN1:9000", "user/ada/")),
          "path:hdfs:/user/ada",
          List.of(
              Told.files("hdfs:", "/user/ada"),
              Told.files("hdfs://", "/user/ada"),
              Told.files("hdfs", "hdfs:///user/ada"),
              Told.files("hdfs:///", "user/ada/")),
          "path:abfs://raw@acc.dfs.core.windows.net/o",
          List.of(
              Told.files("abfss://raw@acc.dfs.core.windows.net", "/o"),
              Told.files("abfs://raw@ACC.dfs.core.windows.net", "o/"),
              Told.files("abfss://raw@acc.dfs.core.windows.net", "o/year=2026")),
          "openlineage:mysql://db:3306/shop.Orders",
          List.of(
              Told.files("mysql://db:3306", "shop.Orders"),
              Told.files(" mysql://db:3306", "shop.Orders "),
              Told.files("", "openlineage:mysql://db:3306/shop.Orders")));

  @Test
  void fortyNamesThatEnginesTellOfTenDatasetsCollapseToTen() {
    TOLD.forEach(
        (id, all) ->
            assertThat(all)
                .allSatisfy(
                    told ->
                        assertThat(told.dataset().map(DatasetRef::id))
                            .as(told.toString())
                            .contains(id)));
    assertThat(TOLD.values().stream().mapToInt(List::size).sum()).isGreaterThanOrEqualTo(39);
    assertThat(TOLD).hasSize(10);
  }

  @Test
  void idsNameTheDatasetThatTheyAreTheIdOf() {
    TOLD.forEach(
        (id, all) -> assertThat(DatasetNames.parse(id)).isEqualTo(all.getFirst().dataset()));
  }

  @Test
  void pathsThatStatementsAndEnginesWriteAreTheSame() {
    assertThat(DatasetNames.of(new PathName("s3a://lake/raw/ds=1/")))
        .isEqualTo(DatasetNames.openLineage("s3://lake", "raw", List.of()));
    assertThat(DatasetNames.of(new PathName("/data/raw.json")))
        .isEqualTo(DatasetNames.openLineage("file", "/data/raw.json", List.of()));
    assertThat(DatasetNames.parse("s3n://lake/raw"))
        .isEqualTo(DatasetNames.parse("path:s3://lake/raw/"));
  }

  @Test
  void filesOfATableAreToldBesideItsName() {
    Symlink table = new Symlink("hive://metastore", "ods.orders", "TABLE");
    Symlink files = new Symlink("s3a://lake", "/ods/orders", "LOCATION");
    assertThat(DatasetNames.openLineageLocation("file", "/wh/orders", List.of(table)))
        .map(DatasetRef::id)
        .contains("path:/wh/orders");
    assertThat(DatasetNames.openLineageLocation("hive://ms", "ods.orders", List.of(files)))
        .map(DatasetRef::id)
        .contains("path:s3://lake/ods/orders");
    assertThat(DatasetNames.openLineageLocation("file", "/wh/orders", List.of())).isEmpty();
    assertThat(DatasetNames.openLineageLocation("hive://ms", "ods.orders", List.of())).isEmpty();
  }
}

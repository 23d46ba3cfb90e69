package io.weirworks.spark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.hive.metastore.api.StorageDescriptor;
import org.apache.hadoop.hive.metastore.api.Table;
import org.jspecify.annotations.Nullable;

/** Where the files of a table lie and how they are read. */
final class TableFiles {
  private static final String SPARK_PROVIDER = "spark.sql.sources.provider";
  private static final String HIVE = "hive";

  /** Of what there is, the first that the name of the SerDe or of the input format has in it. */
  private static final List<String> FORMATS =
      List.of("parquet", "orc", "avro", "json", "csv", "iceberg", "hudi", "sequence", "text");

  private TableFiles() {}

  /** Null for a view. */
  static @Nullable String location(Table table) {
    var storage = table.getSd();
    if (storage == null) {
      return null;
    }
    // Of a table that only Spark reads, Hive's own location is a placeholder.
    var path = serdeProperties(storage).get("path");
    return path != null && provider(table) != null ? path : storage.getLocation();
  }

  /** In lower case, such as parquet; null where nothing known is said. */
  static @Nullable String format(Table table) {
    var provider = provider(table);
    var storage = table.getSd();
    if (provider != null || storage == null) {
      return provider == null ? null : provider.toLowerCase(Locale.ROOT);
    }
    var serde = storage.getSerdeInfo();
    var library = serde == null ? null : serde.getSerializationLib();
    var names = (library + " " + storage.getInputFormat()).toLowerCase(Locale.ROOT);
    return FORMATS.stream().filter(names::contains).findFirst().orElse(null);
  }

  /** Empty where the metastore has none. */
  static Map<String, String> properties(Table table) {
    var properties = table.getParameters();
    return properties == null ? Map.of() : properties;
  }

  private static @Nullable String provider(Table table) {
    var provider = properties(table).get(SPARK_PROVIDER);
    return HIVE.equals(provider) ? null : provider;
  }

  private static Map<String, String> serdeProperties(StorageDescriptor storage) {
    var serde = storage.getSerdeInfo();
    var properties = serde == null ? null : serde.getParameters();
    return properties == null ? Map.of() : properties;
  }
}

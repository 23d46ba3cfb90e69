package io.weirworks.scheduler.adapter;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of the contract as a JSON object: HTTP shows what the state topic shows, under the same
 * names. Times are RFC 3339 in UTC.
 */
public final class RecordJson {

  private RecordJson() {}

  public static Map<String, @Nullable Object> of(SpecificRecord record) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (Schema.Field field : record.getSchema().getFields()) {
      object.put(field.name(), value(record.get(field.pos())));
    }
    return object;
  }

  private static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case SpecificRecord record -> of(record);
      case Enum<?> symbol -> symbol.name();
      case Instant time -> time.toString();
      case List<?> list -> list.stream().map(RecordJson::value).toList();
      case null, default -> value;
    };
  }
}

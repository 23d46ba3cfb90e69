package io.weirworks.standalone.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.UndecodableException;
import io.weirworks.standalone.contractjson.AvroToJson;

/**
 * A record of any topic as one JSON object: {@code topic}, {@code partition}, {@code offset},
 * {@code key}, {@code headers} and {@code value}, null for a tombstone. A value that this version
 * cannot decode is told in {@code undecodable} instead, its bytes in base64 in {@code value}.
 */
public final class RecordJson {

  private final AvroCodec codec;

  public RecordJson(AvroCodec codec) {
    this.codec = codec;
  }

  public ObjectNode json(ArrivedRecord record) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("topic", record.topic());
    json.put("partition", record.partition());
    json.put("offset", record.offset());
    json.put("key", new String(record.key(), UTF_8));
    ObjectNode headers = json.putObject("headers");
    record
        .headers()
        .forEach(
            header ->
                headers.put(
                    header.key(),
                    header.value() == null ? null : new String(header.value(), UTF_8)));
    byte[] value = record.value();
    if (value == null) {
      return json.putNull("value");
    }
    try {
      json.set("value", AvroToJson.json(codec.decode(value)));
    } catch (UndecodableException e) {
      json.put("undecodable", e.getMessage());
      json.put("value", value);
    }
    return json;
  }
}

package io.weirworks.schemas.evolution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * A record as some released version wrote it: the bytes on Kafka and what they say. Kept for ever,
 * one JSON line each, so that every later version shows that it still reads them.
 *
 * @param record full name
 * @param variant {@code full}: every optional field is set; {@code bare}: none is
 * @param hex the value on Kafka, framed
 * @param value what it says: instants as RFC 3339, bytes as one character each
 */
record GoldenRecord(String record, String variant, String hex, JsonNode value) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The lines for newly released schemas. */
  static String lines(SortedMap<Integer, Schema> added) {
    return added.entrySet().stream()
        .flatMap(
            row ->
                Stream.of(
                    of(row.getKey(), row.getValue(), true),
                    of(row.getKey(), row.getValue(), false)))
        .map(GoldenRecord::line)
        .collect(Collectors.joining());
  }

  static List<GoldenRecord> parse(String lines) {
    return lines.lines().map(GoldenRecord::parseLine).toList();
  }

  private static GoldenRecord of(int id, Schema schema, boolean full) {
    Object value = SampleValues.of(schema, full);
    return new GoldenRecord(
        schema.getFullName(),
        full ? "full" : "bare",
        HexFormat.of().formatHex(framed(id, schema, value)),
        SampleValues.json(schema, value));
  }

  private static byte[] framed(int id, Schema schema, Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    try {
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
      new GenericDatumWriter<>(schema).write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused a write", e);
    }
    return out.toByteArray();
  }

  private String line() {
    ObjectNode line = JSON.createObjectNode();
    line.put("record", record).put("variant", variant).put("hex", hex).set("value", value);
    return line + "\n";
  }

  private static GoldenRecord parseLine(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return new GoldenRecord(
          node.get("record").asText(),
          node.get("variant").asText(),
          node.get("hex").asText(),
          node.get("value"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no golden record: " + line, e);
    }
  }
}

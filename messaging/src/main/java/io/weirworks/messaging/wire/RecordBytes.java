package io.weirworks.messaging.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jpountz.lz4.LZ4CompressorWithLength;
import net.jpountz.lz4.LZ4DecompressorWithLength;
import net.jpountz.lz4.LZ4Factory;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * The binary form in which rows of the outbox and of the parking table keep records: a format byte,
 * then length-prefixed parts, LZ4-compressed together. Records of one transaction repeat each
 * other's headers, so the row shrinks to a tenth on its way to the database and in its log. Only
 * the service that wrote a row reads it.
 */
public final class RecordBytes {

  private static final byte FORMAT = 1;
  private static final LZ4CompressorWithLength COMPRESSOR =
      new LZ4CompressorWithLength(LZ4Factory.fastestInstance().fastCompressor());
  private static final LZ4DecompressorWithLength DECOMPRESSOR =
      new LZ4DecompressorWithLength(LZ4Factory.fastestInstance().safeDecompressor());
  private static final int NONE = -1;

  private RecordBytes() {}

  public static byte[] writeOutgoing(List<OutgoingRecord> records) {
    int size = 16 + records.stream().mapToInt(OutgoingRecord::size).sum();
    return write(
        size,
        out -> {
          out.writeInt(records.size());
          for (OutgoingRecord record : records) {
            out.writeUTF(record.topic());
            out.writeInt(record.partition() == null ? NONE : record.partition());
            bytes(out, record.key());
            bytes(out, record.value());
            headers(out, record.headers());
          }
        });
  }

  public static List<OutgoingRecord> readOutgoing(byte[] row) {
    return read(
        row,
        in -> {
          int count = in.readInt();
          List<OutgoingRecord> records = new ArrayList<>(count);
          for (int i = 0; i < count; i++) {
            String topic = in.readUTF();
            int partition = in.readInt();
            byte[] key = required(bytes(in));
            byte[] value = bytes(in);
            records.add(
                new OutgoingRecord(
                    topic, partition == NONE ? null : partition, key, value, headers(in)));
          }
          return records;
        });
  }

  public static byte[] writeArrived(ArrivedRecord record) {
    return write(
        512,
        out -> {
          out.writeUTF(record.topic());
          out.writeInt(record.partition());
          out.writeLong(record.offset());
          out.writeLong(record.timestamp());
          bytes(out, record.key());
          bytes(out, record.value());
          headers(out, record.headers());
        });
  }

  public static ArrivedRecord readArrived(byte[] row) {
    return read(
        row,
        in ->
            new ArrivedRecord(
                in.readUTF(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                required(bytes(in)),
                bytes(in),
                headers(in)));
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  private static byte[] write(int size, Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] packed = COMPRESSOR.compress(bytes.toByteArray());
    return ByteBuffer.allocate(1 + packed.length).put(FORMAT).put(packed).array();
  }

  private static <T> T read(byte[] row, Reading<T> reading) {
    if (row[0] != FORMAT) {
      throw new IllegalStateException("row of format " + row[0] + ", this version reads " + FORMAT);
    }
    byte[] bytes = DECOMPRESSOR.decompress(row, 1);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return reading.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void bytes(DataOutputStream out, byte @Nullable [] value) throws IOException {
    out.writeInt(value == null ? NONE : value.length);
    if (value != null) {
      out.write(value);
    }
  }

  private static byte @Nullable [] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == NONE ? null : in.readNBytes(length);
  }

  private static byte[] required(byte @Nullable [] value) throws IOException {
    if (value == null) {
      throw new IOException("a record key or a header's name is missing");
    }
    return value;
  }

  private static void headers(DataOutputStream out, List<Header> headers) throws IOException {
    out.writeInt(headers.size());
    for (Header header : headers) {
      bytes(out, header.key().getBytes(UTF_8));
      bytes(out, header.value());
    }
  }

  private static List<Header> headers(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Header> headers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = new String(required(bytes(in)), UTF_8);
      headers.add(new RecordHeader(name, bytes(in)));
    }
    return headers;
  }
}

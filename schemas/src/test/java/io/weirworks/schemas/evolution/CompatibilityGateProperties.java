package io.weirworks.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

class CompatibilityGateProperties {

  /** The forms that each field may have; the empty one: it is not there. */
  private static final List<List<String>> FIELDS =
      List.of(
          List.of("int a;", "int a = 1;", "long a;"),
          List.of("int? b = null;", "int? b = null;", ""),
          List.of("string c = \"\";", "", ""),
          List.of("string d;", "string d = \"\";"),
          List.of("timestamp_ms e;", "timestamp_ms e;", "timestamp_ms e;", "long e;"),
          List.of("Colour f;", "Colour f = \"RED\";"),
          List.of("Colour? g = null;", ""),
          List.of("array<Inner> h = [];", ""),
          List.of("map<Inner> i = {};", ""));

  private static final List<String> SYMBOLS = List.of("RED", "GREEN", "BLUE");

  @Property(seed = "20261120", tries = 3_000)
  void whatPassesTheGateIsReadBothWays(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Schema released = anySchema(random);
    Schema current = anySchema(random);

    boolean passes = CompatibilityGate.check(List.of(released), current).isEmpty();

    Statistics.collect(passes);
    if (passes) {
      assertReads(released, current);
      assertReads(current, released);
    }
  }

  private static void assertReads(Schema writer, Schema reader) throws IOException {
    for (boolean full : new boolean[] {true, false}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
      new GenericDatumWriter<>(writer).write(SampleValues.of(writer, full), encoder);
      encoder.flush();
      Object read =
          new GenericDatumReader<>(writer, reader)
              .read(null, DecoderFactory.get().binaryDecoder(out.toByteArray(), null));
      assertThat(read).isNotNull();
    }
  }

  /** Some form of each field, and the first few of the symbols. */
  private static Schema anySchema(Random random) {
    String fields =
        FIELDS.stream()
            .map(forms -> forms.get(random.nextInt(forms.size())))
            .collect(Collectors.joining(" "));
    String idl =
        """
        namespace test;
        enum Colour { UNKNOWN, %s } = UNKNOWN;
        record Inner { string text; Colour colour; }
        @topic("t") record Tested { string id; %s }
        """
            .formatted(String.join(", ", SYMBOLS.subList(0, random.nextInt(1, 4))), fields);
    return IdlFiles.records(List.of(IdlFiles.parse("test", idl))).firstEntry().getValue().getLast();
  }
}

package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.PartitionSpec;
import io.weirworks.lineage.sql.parse.Names;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.BooleanLiteralContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ConstantContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NullLiteralContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NumericLiteralContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionSpecContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionValContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StringLiteralContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TypeConstructorContext;
import org.jspecify.annotations.Nullable;

/** {@code PARTITION (ds = '20010101', hr)} as values. */
final class PartitionSpecs {
  private PartitionSpecs() {}

  /** The partition; empty where the value of one of its columns is not written. */
  static Optional<PartitionSpec> whole(@Nullable PartitionSpecContext spec) {
    return Optional.ofNullable(spec)
        .filter(written -> known(written).values().size() == written.partitionVal().size())
        .map(PartitionSpecs::known);
  }

  /** The values that are written. */
  static PartitionSpec known(PartitionSpecContext spec) {
    Map<String, String> values = new LinkedHashMap<>();
    for (PartitionValContext part : spec.partitionVal()) {
      Optional.ofNullable(part.constant())
          .flatMap(PartitionSpecs::value)
          .ifPresent(
              value -> values.put(Names.of(part.identifier()).toLowerCase(Locale.ROOT), value));
    }
    return new PartitionSpec(values);
  }

  /** Numbers that are not whole and intervals are written in many ways: nothing is claimed. */
  private static Optional<String> value(ConstantContext constant) {
    return switch (constant) {
      case StringLiteralContext text -> Optional.of(orNone(Names.text(text.stringLit())));
      case TypeConstructorContext typed ->
          Optional.of(Names.unquotedText(typed.singleStringLitWithoutMarker()));
      case NumericLiteralContext number ->
          Optional.of(number.getText()).filter(text -> text.matches("-?\\d+"));
      case BooleanLiteralContext truth -> Optional.of(truth.getText().toLowerCase(Locale.ROOT));
      case NullLiteralContext _ -> Optional.of(PartitionSpec.NO_VALUE);
      default -> Optional.empty();
    };
  }

  private static String orNone(String text) {
    return text.isEmpty() ? PartitionSpec.NO_VALUE : text;
  }
}

package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.sql.parse.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FailNativeCommandContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.UnsupportedHiveNativeCommandsContext;

/** Hive's commands that move data and of which the tree has only the tokens. */
final class HiveCommands {
  private final Reading reading;
  private final Writes writes;

  HiveCommands(Reading reading, Writes writes) {
    this.reading = reading;
    this.writes = writes;
  }

  void read(FailNativeCommandContext command) {
    UnsupportedHiveNativeCommandsContext start = command.unsupportedHiveNativeCommands();
    List<String> words = command.children.stream().map(ParseTree::getText).toList();
    if (start.EXCHANGE() != null) {
      exchange(start, words);
    } else if (start.EXPORT() != null && words.size() > 1) {
      reading.reads(Set.of(table(words, 1)));
      path(words, "TO").ifPresent(writes::output);
    } else if (start.IMPORT() != null && start.TABLE() != null && words.size() > 1) {
      path(words, "FROM").ifPresent(files -> reading.reads(Set.of(files)));
      writes.output(table(words, 1));
    }
  }

  /** {@code ALTER TABLE t EXCHANGE PARTITION (…) WITH TABLE s} moves a partition of s into t. */
  private void exchange(UnsupportedHiveNativeCommandsContext start, List<String> words) {
    int source = 1 + indexOf(words, "TABLE");
    if (source > 0 && source < words.size()) {
      reading.reads(Set.of(table(words, source)));
      writes.output(reading.session().qualify(Names.of(start.tableIdentifier())));
    }
  }

  private TableName table(List<String> words, int from) {
    List<String> parts = new ArrayList<>(List.of(Names.unquoted(words.get(from))));
    for (int i = from + 2; i < words.size() && words.get(i - 1).equals("."); i += 2) {
      parts.add(Names.unquoted(words.get(i)));
    }
    return reading.session().qualify(parts);
  }

  private static Optional<PathName> path(List<String> words, String after) {
    int path = 1 + indexOf(words, after);
    return path > 0 && path < words.size()
        ? Optional.of(new PathName(words.get(path).replaceAll("^['\"]|['\"]$", "")))
        : Optional.empty();
  }

  private static int indexOf(List<String> words, String word) {
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).equalsIgnoreCase(word)) {
        return i;
      }
    }
    return -1;
  }
}

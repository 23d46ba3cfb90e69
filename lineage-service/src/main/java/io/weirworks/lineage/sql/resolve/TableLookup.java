package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.CommonTables.CommonTable;
import io.weirworks.lineage.sql.scope.Relation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StreamRelationContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StreamTableNameContext;

/** What a table name means: a query named by WITH, a temporary view, files, or a table. */
final class TableLookup {
  private static final Set<String> FILE_FORMATS =
      Set.of("json", "csv", "parquet", "orc", "text", "avro", "xml", "binaryfile", "delta");
  private static final Pattern PLAIN_NAME = Pattern.compile("\\w+");

  private final Reading reading;

  TableLookup(Reading reading) {
    this.reading = reading;
  }

  Binding table(IdentifierReferenceContext name, CommonTables commonTables) {
    List<String> parts = TableNames.parts(name);
    return binding(parts, commonTables);
  }

  Binding stream(StreamRelationContext stream, CommonTables commonTables) {
    if (stream.streamRelationPrimary() instanceof StreamTableNameContext table) {
      Binding binding = binding(Names.of(table.multipartIdentifier()), commonTables);
      return Relations.aliased(binding, table.tableAlias());
    }
    throw Unreadable.unknownForm(stream);
  }

  private Binding binding(List<String> parts, CommonTables commonTables) {
    CommonTable found = find(parts, commonTables);
    reading.reads(found.reads());
    return new Binding(Optional.empty(), qualifiedParts(parts, commonTables), found.relation());
  }

  /** A column may be qualified by more of its table's name than the FROM clause wrote. */
  private List<String> qualifiedParts(List<String> parts, CommonTables commonTables) {
    boolean named = parts.size() == 1 && commonTables.find(parts.getFirst()).isPresent();
    return named ? parts : reading.session().qualify(parts).parts();
  }

  CommonTable find(List<String> parts, CommonTables commonTables) {
    Session session = reading.session();
    Optional<CommonTable> named =
        parts.size() == 1 ? commonTables.find(parts.getFirst()) : Optional.empty();
    return named
        .or(() -> session.temporaryView(parts))
        .or(() -> files(parts))
        .orElseGet(() -> session.table(session.qualify(parts)));
  }

  static boolean isFileFormat(String name) {
    return FILE_FORMATS.contains(name.toLowerCase(Locale.ROOT));
  }

  private Optional<CommonTable> files(List<String> parts) {
    return path(parts, reading.session().dialect())
        .map(path -> new CommonTable(Relation.open(path), Set.of(path)));
  }

  /** The files that {@code format.`path`} means. */
  static Optional<PathName> path(List<String> parts, Dialect dialect) {
    boolean isPath =
        parts.size() == 2
            && isFileFormat(parts.getFirst())
            && !PLAIN_NAME.matcher(parts.getLast()).matches()
            && dialect != Dialect.HIVE;
    return isPath ? Optional.of(new PathName(parts.getLast())) : Optional.empty();
  }
}

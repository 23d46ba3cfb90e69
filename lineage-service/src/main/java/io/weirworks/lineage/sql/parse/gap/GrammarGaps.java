package io.weirworks.lineage.sql.parse.gap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/** All gap rules, applied one after another. */
public final class GrammarGaps {
  /** Verbs of statements that are no action of a MERGE. */
  private static final Set<String> VERBS =
      Set.of("ALTER", "COPY", "CREATE", "DROP", "MERGE", "OPTIMIZE", "RESTORE", "VACUUM");

  private static final List<GrammarGap> ALL =
      List.of(
          SmallGaps.everywhere(SmallGaps::hint),
          SmallGaps.everywhere(SmallGaps::unknownNumber),
          SmallGaps.everywhere(SmallGaps::useCatalog),
          SmallGaps.everywhere(SmallGaps::cloneTable),
          SmallGaps.everywhere(SmallGaps::groupsFrame),
          SmallGaps.everywhere(SmallGaps::excludedRows),
          SmallGaps.everywhere(PartitionedTableFunction::close),
          SmallGaps.everywhere(QueryGaps::limitWithOffset),
          SmallGaps.everywhere(QueryGaps::fetchFirst),
          SmallGaps.everywhere(QueryGaps::quantifiedComparison),
          SmallGaps.everywhere(QueryGaps::queryAsArgument),
          SmallGaps.everywhere(QueryGaps::orderedAggregate),
          SmallGaps.everywhere(QueryGaps::floorOfTime),
          SmallGaps.everywhere(QueryGaps::intervalOfValue),
          SmallGaps.everywhere(TableGaps::kindOfTable),
          SmallGaps.everywhere(TableGaps::stateOfConstraint),
          SmallGaps.everywhere(TableGaps::withData),
          SmallGaps.everywhere(TableGaps::materializedView),
          SmallGaps.everywhere(TableGaps::rebuiltView),
          SmallGaps.everywhere(TableGaps::alteredTable),
          SmallGaps.everywhere(TableGaps::truncated),
          SmallGaps.everywhere(TableGaps::comparedPartition),
          SmallGaps.everywhere(TableGaps::kindOfInsert),
          SmallGaps.everywhere(TableGaps::onConflict),
          SmallGaps.everywhere(TableGaps::kindOfExplain),
          SmallGaps.everywhere(TableGaps::importedTable),
          SmallGaps.everywhere(StorageGaps::storedByName),
          SmallGaps.everywhere(StorageGaps::partitionSpec),
          SmallGaps.everywhere(StorageGaps::unionType),
          SmallGaps.everywhere(StorageGaps::formatOfLoad),
          SmallGaps.everywhere(StorageGaps::truncatedColumns),
          SmallGaps.everywhere(StorageGaps::cascade),
          SmallGaps.everywhere(StorageGaps::droppedView),
          SmallGaps.everywhere(StorageGaps::restored),
          SmallGaps.everywhere(StorageGaps::copied),
          new SeveralTables(),
          new InheritedWindow(),
          new PivotedRelation(),
          new UniqueJoin(),
          new JoinAfterLateralView(),
          new InsertValuesOfMerge(),
          new UpdateWithJoin(),
          new ChangeFromOtherTable(),
          new SelectInto(),
          new Housekeeping());

  private GrammarGaps() {}

  /**
   * The tokens (without blanks, end token last) with every known gap closed; empty if none occurs.
   */
  public static Optional<List<Token>> close(List<Token> tokens) {
    TokenText original = TokenText.of(tokens);
    TokenText text =
        original.is(0, SqlBaseLexer.BEGIN) ? closedInBlock(original) : closed(original);
    return text.equals(original) ? Optional.empty() : Optional.of(text.tokens());
  }

  private static TokenText closed(TokenText original) {
    TokenText text = original;
    for (GrammarGap gap : ALL) {
      text = gap.close(text);
    }
    return text;
  }

  /** In {@code BEGIN … END} each statement is looked at by itself, the last first. */
  private static TokenText closedInBlock(TokenText block) {
    TokenText result = block;
    int end = -1;
    for (int i = block.end() - 1; i >= 0; i--) {
      if (end > 0 && opensStatement(block, i)) {
        TokenText statement = new TokenText(block.slice(i + 1, end + 1));
        List<Token> closed = closed(statement).tokens();
        result = result.replaced(i + 1, end + 1, closed);
        end = -1;
      }
      end = block.is(i, SqlBaseLexer.SEMICOLON) ? i : end;
    }
    return result;
  }

  private static boolean opensStatement(TokenText block, int index) {
    return block.is(index, SqlBaseLexer.BEGIN)
        || block.is(index, SqlBaseLexer.SEMICOLON)
        || block.is(index, SqlBaseLexer.DO)
        || block.is(index, SqlBaseLexer.LOOP)
        || block.is(index, SqlBaseLexer.REPEAT)
        || opensBranch(block, index);
  }

  /** THEN and ELSE of IF, not those of a CASE or a MERGE: a statement begins with its verb. */
  private static boolean opensBranch(TokenText block, int index) {
    return (block.is(index, SqlBaseLexer.THEN) || block.is(index, SqlBaseLexer.ELSE))
        && VERBS.contains(block.tokens().get(index + 1).getText().toUpperCase(Locale.ROOT));
  }
}

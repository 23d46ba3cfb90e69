package io.weirworks.lineage.sql.parse.gap;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** All gap rules, applied one after another. */
public final class GrammarGaps {
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
    TokenText text = original;
    for (GrammarGap gap : ALL) {
      text = gap.close(text);
    }
    return text.equals(original) ? Optional.empty() : Optional.of(text.tokens());
  }
}

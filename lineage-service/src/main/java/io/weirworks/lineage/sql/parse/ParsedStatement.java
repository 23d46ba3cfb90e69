package io.weirworks.lineage.sql.parse;

import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.SqlText;
import io.weirworks.lineage.sql.script.SourceText;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CompoundOrSingleStatementContext;

/** A parse tree and the text that it was read from. */
public final class ParsedStatement {
  private final CompoundOrSingleStatementContext tree;
  private final SourceText source;
  private final Dialect dialect;
  private final CodePoints codePoints;

  ParsedStatement(CompoundOrSingleStatementContext tree, SourceText source, Dialect dialect) {
    this.tree = tree;
    this.source = source;
    this.dialect = dialect;
    this.codePoints = new CodePoints(source.text());
  }

  public CompoundOrSingleStatementContext tree() {
    return tree;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** The statement that this one executes, where it is written in it as a text. */
  public Optional<String> immediateText() {
    return ImmediateText.of(tree);
  }

  /** A position of the tree's tokens as an offset in the parsed text. */
  public int offset(int codePointIndex) {
    return codePoints.toOffset(codePointIndex);
  }

  /** The text of a part of the tree, as written, and its place in the script. */
  public SqlText textOf(ParserRuleContext part) {
    int start = codePoints.toOffset(part.getStart().getStartIndex());
    int end = codePoints.toOffset(part.getStop().getStopIndex() + 1);
    return end < start
        ? new SqlText("", source.span(start, start))
        : new SqlText(source.text().substring(start, end), source.span(start, end));
  }
}

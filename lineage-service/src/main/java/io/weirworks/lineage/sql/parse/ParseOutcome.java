package io.weirworks.lineage.sql.parse;

import io.weirworks.lineage.sql.Diagnostic;

/** What parsing a statement came to. */
public sealed interface ParseOutcome {
  record Parsed(ParsedStatement statement) implements ParseOutcome {}

  /**
   * No parse tree.
   *
   * @param offset in the parsed text, in UTF-16 units
   */
  record Failed(Diagnostic.Code code, String message, int offset) implements ParseOutcome {}
}

package io.weirworks.lineage.sql.parse.gap;

/** One form that the grammar lacks. */
@FunctionalInterface
interface GrammarGap {
  /** The text in known forms; the same text where the form does not occur. */
  TokenText close(TokenText text);
}

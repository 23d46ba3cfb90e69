package io.weirworks.lineage.sql.script;

import io.weirworks.lineage.sql.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement's text as it is parsed, and the way back to where each part of it stands in the
 * script.
 */
public final class SourceText {
  private final RawStatement statement;
  private final String text;
  private final List<Piece> pieces;

  private SourceText(RawStatement statement, String text, List<Piece> pieces) {
    this.statement = statement;
    this.text = text;
    this.pieces = pieces;
  }

  /**
   * Positions from {@code at} on stand for the statement's [from, to); shifted one to one where
   * nothing was put in.
   */
  private record Piece(int at, int from, int to, boolean replaced) {}

  public String text() {
    return text;
  }

  /** Another text in the statement's place; all of it stands where the statement stands. */
  public SourceText replacedBy(String other) {
    return new SourceText(
        statement, other, List.of(new Piece(0, 0, statement.text().length(), true)));
  }

  /** Where the statement stands in the script. */
  public Span span() {
    return statement.span();
  }

  /**
   * Where [start, end) of the parsed text stands in the script; a replaced variable counts as a
   * whole.
   */
  public Span span(int start, int end) {
    int from = original(start, false);
    return new Span(from, Math.max(from, original(Math.max(start, end - 1), true)));
  }

  private int original(int position, boolean endOf) {
    Piece piece = pieces.getFirst();
    for (Piece candidate : pieces) {
      if (candidate.at > position) {
        break;
      }
      piece = candidate;
    }
    int offset = position - piece.at + (endOf ? 1 : 0);
    int within = piece.replaced ? (endOf ? piece.to - piece.from : 0) : offset;
    return statement.span().start() + Math.min(piece.from + within, piece.to);
  }

  /** Collects text piece by piece, in order. */
  static final class Builder {
    private final RawStatement statement;
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    Builder(RawStatement statement) {
      this.statement = statement;
    }

    /** Appends what stands for the statement's [from, to). */
    Builder append(String piece, int from, int to) {
      boolean replaced =
          !statement.text().regionMatches(from, piece, 0, Math.max(piece.length(), to - from));
      boolean continues = !replaced && !pieces.isEmpty() && !pieces.getLast().replaced;
      if (continues) {
        Piece before = pieces.removeLast();
        pieces.add(new Piece(before.at, before.from, to, false));
      } else {
        pieces.add(new Piece(text.length(), from, to, replaced));
      }
      text.append(piece);
      return this;
    }

    SourceText build() {
      return new SourceText(statement, text.toString(), List.copyOf(pieces));
    }
  }
}

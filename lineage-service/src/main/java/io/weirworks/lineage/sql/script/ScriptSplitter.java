package io.weirworks.lineage.sql.script;

import io.weirworks.lineage.sql.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a script at its semicolons. Quotes, comments and hints hide semicolons; {@code BEGIN … END}
 * scripting stays one statement; command lines of the Hive shell ({@code SET}, {@code ADD}, {@code
 * SOURCE}, {@code DFS}, {@code !…}) are statements too, in which a stray quote hides nothing beyond
 * its line.
 */
public final class ScriptSplitter {
  private static final Set<String> COMMANDS = Set.of("SET", "ADD", "SOURCE", "DFS", "!");

  private final String text;
  private final LexemeReader reader;
  private final List<RawStatement> statements = new ArrayList<>();
  private final BlockDepth depth = new BlockDepth();
  private int first = -1;
  private int last = -1;

  private ScriptSplitter(String text) {
    this.text = text;
    this.reader = new LexemeReader(text);
  }

  public static List<RawStatement> split(String script) {
    ScriptSplitter splitter = new ScriptSplitter(script);
    while (splitter.reader.hasNext()) {
      splitter.take(splitter.reader.next());
    }
    splitter.endStatement();
    return splitter.statements;
  }

  private void take(Lexeme lexeme) {
    if (lexeme.isBlank()) {
      return;
    }
    String piece = lexeme.in(text);
    if (piece.equals(";") && depth.endsStatement()) {
      endStatement();
      return;
    }
    if (first < 0) {
      first = lexeme.start();
      reader.quotesEndWithLine(COMMANDS.contains(piece.toUpperCase(Locale.ROOT)));
    }
    last = lexeme.end();
    depth.take(piece);
  }

  private void endStatement() {
    if (first >= 0) {
      statements.add(new RawStatement(text.substring(first, last), new Span(first, last)));
    }
    first = -1;
    depth.reset();
    reader.quotesEndWithLine(false);
  }
}

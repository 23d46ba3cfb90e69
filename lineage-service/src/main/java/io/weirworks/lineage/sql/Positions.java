package io.weirworks.lineage.sql;

/** Offsets in a script as lines and columns. */
record Positions(String script) {

  Diagnostic diagnostic(Diagnostic.Code code, String message, int offset) {
    int end = Math.min(offset, script.length());
    int lineStart = script.lastIndexOf('\n', end - 1) + 1;
    int line = 1 + (int) script.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new Diagnostic(code, message, line, end - lineStart + 1);
  }
}

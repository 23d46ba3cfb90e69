package io.weirworks.executor.nodetype;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line into arguments by the quoting rules of the POSIX shell (2.2), and by
 * nothing else of it: no expansion, no variable, no second command. What a shell would act on is
 * refused unless it is quoted, since it would silently mean something else here.
 */
final class CommandLine {
  private static final String OPERATORS = "|&;<>()`";

  private final String text;
  private final List<String> arguments = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private boolean inArgument;
  private int at;

  private CommandLine(String text) {
    this.text = text;
  }

  static List<String> split(String text) throws CodeRefused {
    return new CommandLine(text).split();
  }

  private List<String> split() throws CodeRefused {
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case ' ', '\t', '\n', '\r' -> end();
        case '\'' -> singleQuoted();
        case '"' -> doubleQuoted();
        case '\\' -> escaped();
        case '#' -> hash();
        default -> plain(c);
      }
    }
    end();
    return arguments;
  }

  private void end() {
    if (inArgument) {
      arguments.add(current.toString());
      current.setLength(0);
      inArgument = false;
    }
  }

  private void add(char c) {
    current.append(c);
    inArgument = true;
  }

  private void plain(char c) throws CodeRefused {
    if (OPERATORS.indexOf(c) >= 0 || (c == '$' && at < text.length() && text.charAt(at) == '(')) {
      throw refused(
          "'"
              + c
              + "' belongs to a shell; an EMR_SPARK node is one spark-submit command line (quote it, or use EMR_SHELL)",
          at - 1);
    }
    add(c);
  }

  /** A comment where a shell would see one: at the start of a word. */
  private void hash() {
    if (inArgument) {
      add('#');
      return;
    }
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void escaped() throws CodeRefused {
    if (at == text.length()) {
      throw refused("'\\' at the end quotes nothing", at - 1);
    }
    char c = text.charAt(at++);
    if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
      c = text.charAt(at++);
    }
    if (c != '\n') { // backslash and line end continue the line
      add(c);
    }
  }

  private void singleQuoted() throws CodeRefused {
    int close = text.indexOf('\'', at);
    if (close < 0) {
      throw refused("this ' is never closed", at - 1);
    }
    current.append(text, at, close);
    inArgument = true;
    at = close + 1;
  }

  private void doubleQuoted() throws CodeRefused {
    int open = at - 1;
    inArgument = true;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return;
      }
      if (c == '\\' && at < text.length() && "\"\\$`\n".indexOf(text.charAt(at)) >= 0) {
        c = text.charAt(at++);
        if (c == '\n') {
          continue;
        }
      }
      current.append(c);
    }
    throw refused("this \" is never closed", open);
  }

  private CodeRefused refused(String what, int position) {
    int line = 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
    int column = position - text.lastIndexOf('\n', position - 1);
    return new CodeRefused(
        RefusalCode.INVALID_COMMAND_LINE, "line %d, column %d: %s".formatted(line, column, what));
  }
}

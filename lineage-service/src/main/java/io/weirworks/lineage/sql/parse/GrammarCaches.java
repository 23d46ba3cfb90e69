package io.weirworks.lineage.sql.parse;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;

/**
 * ANTLR learns prediction states from what it parses and keeps them in static fields for ever. Here
 * they are ours, shared by all threads, and thrown away once there are too many, so that memory
 * stays bounded whatever is parsed.
 */
final class GrammarCaches {
  private static final int CHECK_EVERY = 64;

  /** About 140 MiB (7 KiB a state); the public corpus needs 7,200 states. */
  private static final int MAX_STATES = 20_000;

  private final AtomicInteger uses = new AtomicInteger();
  private volatile Learned learned = new Learned();

  private static final class Learned {
    private final DFA[] lexerStates = empty(SqlBaseLexer._ATN);
    private final DFA[] parserStates = empty(SqlBaseParser._ATN);
    private final PredictionContextCache lexerContexts = new PredictionContextCache();
    private final PredictionContextCache parserContexts = new PredictionContextCache();

    private static DFA[] empty(ATN atn) {
      DFA[] states = new DFA[atn.getNumberOfDecisions()];
      Arrays.setAll(states, decision -> new DFA(atn.getDecisionState(decision), decision));
      return states;
    }
  }

  void attach(SqlBaseLexer lexer) {
    Learned current = learned;
    lexer.setInterpreter(
        new LexerATNSimulator(
            lexer, SqlBaseLexer._ATN, current.lexerStates, current.lexerContexts));
  }

  void attach(SqlBaseParser parser) {
    if (uses.incrementAndGet() % CHECK_EVERY == 0 && stateCount() > MAX_STATES) {
      forget();
    }
    Learned current = learned;
    parser.setInterpreter(
        new ParserATNSimulator(
            parser, SqlBaseParser._ATN, current.parserStates, current.parserContexts));
  }

  void forget() {
    learned = new Learned();
  }

  private int stateCount() {
    return Arrays.stream(learned.parserStates).mapToInt(dfa -> dfa.states.size()).sum();
  }
}

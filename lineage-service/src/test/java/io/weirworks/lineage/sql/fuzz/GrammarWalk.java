package io.weirworks.lineage.sql.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;

/**
 * Makes sentences by walking the network that ANTLR made of Spark's grammar, so that whatever the
 * grammar allows is tried, new forms of a later release included. Conditions in the grammar are
 * taken as true: some sentences are therefore refused, which is as good a test.
 */
final class GrammarWalk {

  /** Far above what any rule needs, and still safe to add up. */
  private static final int UNREACHED = 1 << 20;

  private final ATN network = SqlBaseParser._ATN;
  private final int[] tokensToEnd = tokensToEnd();
  private final Words words = new Words();

  /** Index of a rule of the grammar by its name. */
  static int rule(String name) {
    int index = Arrays.asList(SqlBaseParser.ruleNames).indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("Spark's grammar has no rule " + name);
    }
    return index;
  }

  /**
   * A sentence of the rule.
   *
   * @param budget tokens after which the shortest way to the end is taken
   */
  String sentence(int rule, int budget, RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    Deque<ATNState> callers = new ArrayDeque<>();
    ATNState state = network.ruleToStartState[rule];
    int left = budget;
    while (!(state instanceof RuleStopState) || !callers.isEmpty()) {
      if (state instanceof RuleStopState) {
        state = callers.pop();
        continue;
      }
      Transition next = choose(state, left, random);
      if (next instanceof RuleTransition call) {
        callers.push(call.followState);
      } else if (!next.isEpsilon()) {
        text.append(word(next, random)).append(' ');
        left--;
      }
      state = next.target;
    }
    return text.toString();
  }

  private Transition choose(ATNState state, int left, RandomGenerator random) {
    Transition[] ways = state.getTransitions();
    if (ways.length == 1) {
      return ways[0];
    }
    if (left > 0) {
      Transition way = ways[random.nextInt(ways.length)];
      if (cost(way) < UNREACHED) {
        return way;
      }
    }
    int least = Arrays.stream(ways).mapToInt(this::cost).min().orElseThrow();
    List<Transition> shortest = new ArrayList<>();
    for (Transition way : ways) {
      if (cost(way) == least) {
        shortest.add(way);
      }
    }
    return shortest.get(random.nextInt(shortest.size()));
  }

  private String word(Transition way, RandomGenerator random) {
    IntervalSet tokens =
        way.label() == null ? IntervalSet.of(Token.MIN_USER_TOKEN_TYPE) : way.label();
    List<Integer> types = tokens.toList();
    return words.of(types.get(random.nextInt(types.size())), random);
  }

  private int cost(Transition way) {
    return cost(way, tokensToEnd);
  }

  private static int cost(Transition way, int[] known) {
    return switch (way) {
      case RuleTransition call ->
          known[call.target.stateNumber] + known[call.followState.stateNumber];
      case Transition step when step.isEpsilon() -> known[step.target.stateNumber];
      case Transition token -> 1 + known[token.target.stateNumber];
    };
  }

  /** For each state the fewest tokens to the end of its rule. */
  private int[] tokensToEnd() {
    int[] known = new int[network.states.size()];
    Arrays.fill(known, UNREACHED);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (ATNState state : network.states) {
        int least = state instanceof RuleStopState ? 0 : least(state, known);
        if (least < known[state.stateNumber]) {
          known[state.stateNumber] = least;
          changed = true;
        }
      }
    }
    return known;
  }

  private static int least(ATNState state, int[] known) {
    int least = UNREACHED;
    for (Transition way : state.getTransitions()) {
      least = Math.min(least, cost(way, known));
    }
    return least;
  }
}

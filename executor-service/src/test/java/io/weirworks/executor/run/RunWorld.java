package io.weirworks.executor.run;

import io.weirworks.executor.claim.CancelAsk;
import io.weirworks.executor.claim.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run, its owner, two runners on two hosts that share no engine, and a broker that delays and
 * repeats reports: each step is one that the real parts take on their own.
 */
final class RunWorld {

  private record Claim(
      long epoch, String holder, boolean marked, Instant until, @Nullable CancelAsk cancel) {}

  /** What a runner knows of the claim that it got: it may be long gone. */
  private record Hand(long epoch, boolean marked) {}

  private final Random random;
  private Instant now = Runs.NOW;
  private @Nullable Run run;
  private @Nullable Claim claim;
  private @Nullable Instant timer;
  private final Map<String, Hand> hands = new HashMap<>();
  private final Set<String> live = new HashSet<>();
  private final Set<Long> submitted = new HashSet<>();
  private final Map<Long, Long> numbers = new HashMap<>();
  private final List<Report> underway = new ArrayList<>();
  private int terminals;
  private int starts;

  RunWorld(Random random) {
    this.random = random;
    apply(
        RunDecider.queue(null, Runs.IDENTITY, Runs.DEMAND, null, null, now, now.plus(Runs.LEASE)));
  }

  int terminals() {
    return terminals;
  }

  /** How many processes of the attempt are alive. */
  int live() {
    return live.size();
  }

  int starts() {
    return starts;
  }

  boolean holdsUnits() {
    return claim != null;
  }

  Run run() {
    if (run == null) {
      throw new IllegalStateException("no run");
    }
    return run;
  }

  void step(int action, String runner) {
    switch (action) {
      case 0 -> now = now.plus(Duration.ofSeconds(random.nextInt(25)));
      case 1 -> claim(runner);
      case 2 -> mark(runner);
      case 3 -> submit(runner);
      case 4 -> beat(runner);
      case 5 -> report(runner, false);
      case 6 -> endProcess(runner);
      case 7 -> deliver(random.nextBoolean());
      case 8 -> fire();
      case 9 -> hands.remove(runner); // it was killed; what it started goes on
      case 10 -> findAgain(runner);
      case 11 -> stop();
      default -> requeue();
    }
  }

  private @Nullable Held held() {
    Claim one = claim;
    return one == null
        ? null
        : new Held(
            one.epoch(),
            one.holder(),
            one.marked(),
            Duration.between(now, one.until()),
            one.cancel());
  }

  private void apply(RunDecision decision) {
    RunDecision.Accepted accepted = (RunDecision.Accepted) decision;
    for (RunEvent event : accepted.events()) {
      run = RunEvolution.evolve(run, event);
      terminals += event instanceof RunEvent.Ended || event instanceof RunEvent.Refused ? 1 : 0;
    }
    for (RunEffect effect : accepted.effects()) {
      switch (effect) {
        case RunEffect.ReleaseClaim _ -> claim = null;
        case RunEffect.AskHolderToCancel(CancelAsk ask) -> ask(ask);
        case RunEffect.LookAgain(Instant at) -> timer = at;
        case RunEffect.StopLooking _ -> timer = null;
        case RunEffect.RememberStop _, RunEffect.KeepEvidence _ -> {}
      }
    }
  }

  private void ask(CancelAsk ask) {
    Claim one = claim;
    if (one != null) {
      claim = new Claim(one.epoch(), one.holder(), one.marked(), one.until(), ask);
    }
  }

  private void requeue() {
    apply(RunDecider.queue(run, Runs.IDENTITY, Runs.DEMAND, null, null, now, now.plus(Runs.LEASE)));
  }

  private void claim(String runner) {
    if (claim == null && run().status() instanceof RunStatus.Queued) {
      claim = new Claim(run().epoch() + 1, runner, false, now.plus(Runs.LEASE), null);
      hands.put(runner, new Hand(run().epoch() + 1, false));
    }
  }

  private boolean holds(String runner, Hand hand) {
    Claim one = claim;
    return one != null && one.epoch() == hand.epoch() && one.holder().equals(runner);
  }

  private void mark(String runner) {
    Hand hand = hands.get(runner);
    Claim one = claim;
    if (hand != null && one != null && holds(runner, hand) && one.until().isAfter(now)) {
      claim = new Claim(one.epoch(), runner, true, one.until(), one.cancel());
      hands.put(runner, new Hand(hand.epoch(), true));
    }
  }

  /** The submit itself may come long after the mark; the check after it follows at once. */
  private void submit(String runner) {
    Hand hand = hands.get(runner);
    if (hand != null && hand.marked() && submitted.add(hand.epoch())) {
      starts++; // an engine starts the same tag once
      if (holds(runner, hand)) {
        live.add(runner);
      }
    }
  }

  private void beat(String runner) {
    Claim one = claim;
    if (one != null && one.holder().equals(runner)) {
      claim = new Claim(one.epoch(), runner, one.marked(), now.plus(Runs.LEASE), one.cancel());
    }
    Hand hand = hands.get(runner);
    if (hand != null && !holds(runner, hand)) {
      live.remove(runner); // the claim is gone: its process is ended by tag
    }
  }

  private void report(String runner, boolean end) {
    Hand hand = hands.get(runner);
    if (hand != null && (end || live.contains(runner))) {
      long number = numbers.merge(hand.epoch(), 1L, Long::sum);
      Report.What what =
          end ? Runs.ended(1, 1, new Report.Succeeded()).what() : new Report.Goes(null, now);
      underway.add(new Report(runner, hand.epoch(), number, what));
    }
  }

  private void endProcess(String runner) {
    if (live.remove(runner)) {
      report(runner, true);
    }
  }

  private void deliver(boolean again) {
    if (!underway.isEmpty()) {
      int at = random.nextInt(underway.size());
      Report report = again ? underway.get(at) : underway.remove(at);
      apply(ReportDecider.decide(run, held(), report));
    }
  }

  private void fire() {
    Instant due = timer;
    if (due != null && !due.isAfter(now)) {
      apply(LeaseDecider.look(run(), held(), Runs.TERMS, due, false, now));
    }
  }

  /** A runner that is back finds what it held under its name. */
  private void findAgain(String runner) {
    Claim one = claim;
    if (one != null && one.holder().equals(runner)) {
      hands.put(runner, new Hand(one.epoch(), one.marked()));
    }
  }

  private void stop() {
    apply(RunDecider.stop(run, held(), new CancelAsk("enough", 1), now));
  }

  /** Runners come back, everything is delivered, and time goes on until the run has ended. */
  void settle() {
    for (int round = 0; round < 60 && !run().isEnded(); round++) {
      now = now.plus(Duration.ofSeconds(30));
      fire();
      while (!underway.isEmpty()) {
        deliver(false);
      }
    }
  }
}

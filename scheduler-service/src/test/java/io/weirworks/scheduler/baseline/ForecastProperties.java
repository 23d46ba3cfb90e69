package io.weirworks.scheduler.baseline;

import static io.weirworks.scheduler.baseline.Network.MIDNIGHT;
import static io.weirworks.scheduler.baseline.Network.at;
import static io.weirworks.scheduler.baseline.Network.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.baseline.InstanceProgress.Failed;
import io.weirworks.scheduler.baseline.InstanceProgress.Running;
import io.weirworks.scheduler.baseline.InstanceProgress.Succeeded;
import io.weirworks.scheduler.dependency.NodeDependency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random graphs in random progress. */
class ForecastProperties {

  private static final String[] CRONS = {
    MIDNIGHT, "00 00 03 * * ?", "00 00 0,8,16 * * ?", "00 30 01 ? * MON"
  };

  /** A node of a random graph; upstreams have lower numbers. */
  private record Drawn(String name, String cron, int minutes, List<NodeDependency> upstreams) {}

  private static List<Drawn> draw(Random random, int size) {
    List<Drawn> nodes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<NodeDependency> upstreams = new ArrayList<>();
      for (int upstream = 0; upstream < i; upstream++) {
        if (random.nextInt(3) == 0) {
          upstreams.add(new NodeDependency.OnSameCycle(key("n" + upstream)));
        }
      }
      if (random.nextInt(5) == 0) {
        upstreams.add(new NodeDependency.OnItself());
      }
      String cron = CRONS[random.nextInt(CRONS.length)];
      nodes.add(new Drawn("n" + i, cron, random.nextInt(90) - 1, upstreams));
    }
    return nodes;
  }

  private static Network network(List<Drawn> nodes) {
    Network network = new Network();
    nodes.forEach(
        node ->
            network.node(
                node.name(),
                node.cron(),
                node.minutes(),
                node.upstreams().toArray(NodeDependency[]::new)));
    return network;
  }

  /** The first instances of the first nodes are somewhere. */
  private static Network progressed(List<Drawn> nodes, List<Drawn> order, long seed) {
    Random random = new Random(seed);
    Network network = network(order);
    for (Drawn node : nodes) {
      switch (random.nextInt(6)) {
        case 0 -> network.is(node.name(), new Running(1, at(0, random.nextInt(60))));
        case 1 -> network.is(node.name(), new Failed(1));
        case 2, 3 ->
            network.is(node.name(), new Succeeded(at(0, 1), at(0, 2 + random.nextInt(60))));
        default -> {}
      }
    }
    return network;
  }

  private static Instant finish(Network network, Instant now, String task) {
    return Objects.requireNonNull(network.forecast(now, task).finish(), task);
  }

  @Property(seed = "20261120", tries = 300)
  void finishNeverFallsAsTimeGoesOn(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int size,
      @ForAll @IntRange(min = -120, max = 1500) int minute,
      @ForAll @IntRange(min = 0, max = 600) int later) {
    // given
    List<Drawn> nodes = draw(new Random(seed), size);
    Network network = progressed(nodes, nodes, seed);
    String task = "n" + (size - 1);
    // then
    assertThat(finish(network, at(0, minute + later), task))
        .isAfterOrEqualTo(finish(network, at(0, minute), task));
  }

  @Property(seed = "20261120", tries = 300)
  void whatWaitsEndsNoEarlierThanItsParentsAndThanNow(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 8) int size,
      @ForAll @IntRange(min = -120, max = 1500) int minute) {
    // given: nobody has made an instance (R52)
    List<Drawn> nodes = draw(new Random(seed), size);
    Network network = network(nodes);
    Instant now = at(0, minute);
    Drawn last = nodes.getLast();
    // then
    Instant finish = finish(network, now, last.name());
    assertThat(finish).isAfterOrEqualTo(now);
    InstanceGraph graph =
        InstanceGraph.of(network, Network.opened(Network.day("08:00", 30, last.name()), 1));
    List<Forecast.PathStep> path = network.forecast(now, last.name()).keyPath();
    assertThat(path).isSortedAccordingTo((a, b) -> a.finishesAt().compareTo(b.finishesAt()));
    assertThat(path.getLast().finishesAt()).isEqualTo(finish);
    assertThat(graph.parentsFirst()).hasSize(graph.instances().size());
    for (int i = 1; i < path.size(); i++) {
      assertThat(path.get(i).startsAt()).isAfterOrEqualTo(path.get(i - 1).finishesAt());
    }
  }

  @Property(seed = "20261120", tries = 300)
  void orderOfNodesDoesNotMatter(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 8) int size,
      @ForAll @IntRange(min = -120, max = 1500) int minute) {
    // given
    List<Drawn> nodes = draw(new Random(seed), size);
    List<Drawn> shuffled =
        new ArrayList<>(
            nodes.stream()
                .map(
                    node -> {
                      List<NodeDependency> upstreams = new ArrayList<>(node.upstreams());
                      Collections.shuffle(upstreams, new Random(seed + 1));
                      return new Drawn(node.name(), node.cron(), node.minutes(), upstreams);
                    })
                .toList());
    Collections.shuffle(shuffled, new Random(seed + 2));
    String[] tasks = {"n" + (size - 1), "n" + (size - 2)};
    String[] reversed = {tasks[1], tasks[0]};
    // then
    assertThat(progressed(nodes, shuffled, seed).forecast(at(0, minute), reversed))
        .isEqualTo(progressed(nodes, nodes, seed).forecast(at(0, minute), tasks));
  }
}

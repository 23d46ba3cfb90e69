package io.weirworks.registry.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.registry.flowspec.DependencyType;
import io.weirworks.registry.workflow.DeployedTown.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is deployed and undeployed in whatever order, what is in force fits together. */
class LinkProperties {
  private static final int WORKFLOWS = 5;
  private static final int OUTPUTS = 6;
  private static final int STEPS = 40;

  @Property(tries = 100, seed = "20261120")
  void whatIsInForceFitsTogether(@ForAll Random random) {
    DeployedTown town = new DeployedTown();
    int deployed = 0;
    for (int step = 0; step < STEPS; step++) {
      // when
      List<WorkflowDraft> drafts = town.drafts();
      if (!drafts.isEmpty() && random.nextInt(5) == 0) {
        town.tryUndeploy(drafts.get(random.nextInt(drafts.size())));
      } else if (town.tryDeploy(workflow(random))) { // a document may be wrong in itself too
        deployed++;
      }
      // then
      everybodyIsThereWhoIsWaitedFor(town);
      everyWrittenOutputHasOneOwner(town);
      nobodyWaitsInACircle(town);
    }
    assertThat(deployed).isPositive();
  }

  private static String workflow(Random random) {
    int number = random.nextInt(WORKFLOWS);
    return DeployedTown.flow(
        "w" + number,
        new Node("a" + number, outputs(random), depends(random)),
        new Node("b" + number, outputs(random), depends(random)));
  }

  private static String outputs(Random random) {
    return random.nextInt(3) == 0 ? "[]" : "[\"demo.o" + random.nextInt(OUTPUTS) + "\"]";
  }

  private static String depends(Random random) {
    return IntStream.range(0, Math.max(0, random.nextInt(6) - 3))
        .mapToObj(
            i ->
                "{\"output\":\"demo.%s\",\"type\":\"%s\"}"
                    .formatted(
                        random.nextBoolean()
                            ? "o" + random.nextInt(OUTPUTS)
                            : "a" + random.nextInt(WORKFLOWS),
                        random.nextInt(4) == 0 ? "CrossCycleDependsOnOtherNode" : "Normal"))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static void everybodyIsThereWhoIsWaitedFor(DeployedTown town) {
    Map<UUID, WorkflowDraft> byId =
        town.drafts().stream()
            .collect(Collectors.toMap(WorkflowDraft::workflowId, Function.identity()));
    for (WorkflowDraft draft : town.drafts()) {
      for (CrossDependency dependency : draft.definition().dependencies()) {
        Upstream upstream = dependency.upstream();
        if (upstream != null && upstream.workflowId() != null) {
          assertThat(byId).containsKey(upstream.workflowId());
          assertThat(OutputOwner.claims(byId.getOrDefault(upstream.workflowId(), draft)))
              .anySatisfy(
                  claim -> {
                    assertThat(claim.output()).isEqualTo(dependency.output());
                    assertThat(claim.owner().upstream()).isEqualTo(upstream);
                  });
        }
      }
    }
  }

  private static void everyWrittenOutputHasOneOwner(DeployedTown town) {
    for (WorkflowDraft draft : town.drafts()) {
      for (String output : draft.definition().writtenOutputs()) {
        assertThat(town.owner(output)).isEqualTo(draft.definition().name());
      }
    }
  }

  private static void nobodyWaitsInACircle(DeployedTown town) {
    Map<String, Set<String>> graph = new LinkedHashMap<>();
    for (WorkflowDraft draft : town.drafts()) {
      for (NodeDefinition node : draft.definition().nodes()) {
        Set<String> upstreams = new LinkedHashSet<>(node.upstreams());
        draft.definition().dependencies().stream()
            .filter(dependency -> dependency.nodeId().equals(node.id()))
            .filter(dependency -> dependency.type() == DependencyType.NORMAL)
            .map(CrossDependency::upstream)
            .forEach(upstream -> upstreams.add(upstream == null ? "" : upstream.nodeId()));
        graph.put(node.id(), upstreams);
      }
    }
    assertThat(UpstreamOrder.of(graph)).isInstanceOf(UpstreamOrder.Ordered.class);
  }
}

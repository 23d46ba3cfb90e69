package io.weirworks.executor.adapter;

import com.sun.management.OperatingSystemMXBean;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.weirworks.contract.registry.ComputingResourceState;
import io.weirworks.executor.claim.ComputeUnits;
import io.weirworks.executor.claim.LeaseTerms;
import io.weirworks.executor.claim.adapter.ClaimStore;
import io.weirworks.executor.engine.process.LocalProcessEngine;
import io.weirworks.executor.nodetype.LocalNodes;
import io.weirworks.executor.nodetype.LocalSubmissions;
import io.weirworks.executor.run.adapter.CancelRunHandler;
import io.weirworks.executor.run.adapter.LeaseTimer;
import io.weirworks.executor.run.adapter.ReportRunHandler;
import io.weirworks.executor.run.adapter.RunKind;
import io.weirworks.executor.run.adapter.RunNodeHandler;
import io.weirworks.executor.run.adapter.StopRunHandler;
import io.weirworks.executor.runner.RunnerSettings;
import io.weirworks.messaging.KafkaClients;
import io.weirworks.messaging.MessagingSettings;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.messaging.View;
import io.weirworks.messaging.hosting.MessagingConfiguration;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;

/** Makes the service's parts. */
@Factory
final class ExecutorFactory {

  private final ExecutorConfiguration configuration;

  ExecutorFactory(ExecutorConfiguration configuration) {
    this.configuration = configuration;
  }

  @Singleton
  LeaseTerms leaseTerms() {
    return LeaseTerms.of(configuration.lease(), configuration.unconfirmedBound());
  }

  @Singleton
  @Bean(preDestroy = "close")
  WorkDirectory workDirectory() throws IOException {
    return new WorkDirectory(configuration.workDirectory());
  }

  /** The member's slot names the runner too: both are stable over restarts. */
  @Singleton
  RunnerSettings runnerSettings(MessagingConfiguration messaging, WorkDirectory directory) {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    int cores =
        configuration.cores() > 0
            ? configuration.cores()
            : Runtime.getRuntime().availableProcessors();
    long memory =
        configuration.memoryGib() > 0
            ? (long) configuration.memoryGib() << 30
            : machine.getTotalMemorySize();
    return new RunnerSettings(
        messaging.slot(),
        configuration.resourceGroup(),
        ComputeUnits.ofMachine(cores, memory),
        configuration.slots(),
        directory.path(),
        configuration.retention());
  }

  /** Children get what a shell needs to find programs, and nothing else of our environment. */
  @Singleton
  LocalProcessEngine engine(WorkDirectory directory, InstantSource clock) throws IOException {
    Map<String, String> environment =
        Stream.of("PATH", "LANG", "TZ")
            .filter(name -> System.getenv(name) != null)
            .collect(Collectors.toMap(name -> name, System::getenv));
    return new LocalProcessEngine(directory.path(), environment, clock);
  }

  /** Asked last: it takes every node. */
  @Singleton
  @Order(Ordered.LOWEST_PRECEDENCE)
  LocalNodes localNodes(LocalProcessEngine processes, WorkDirectory directory) {
    return new LocalNodes(
        processes, new LocalSubmissions(new SparkOfThisHost(configuration, directory.path())));
  }

  @Singleton
  @Bean(preDestroy = "close")
  Producer<byte[], byte[]> producer(
      @Property(name = "kafka.bootstrap.servers") String bootstrapServers, RunnerSettings runner) {
    MessagingSettings settings = MessagingSettings.of("weirworks.executor", runner.holder());
    return KafkaClients.of(Map.of("bootstrap.servers", bootstrapServers), settings)
        .producer(Optional.empty());
  }

  /**
   * The queue of the runner's group is made before the first command is read, so that no run is
   * refused only because the service has just started.
   */
  @Singleton
  ServiceDefinition definition(
      AvroCodec codec,
      RunNodeHandler runNode,
      ReportRunHandler reportRun,
      StopRunHandler stopRun,
      CancelRunHandler cancelRun,
      LeaseTimer leaseTimer,
      ClaimStore claims,
      RunnerSettings runner)
      throws SQLException {
    claims.serve(runner.resourceGroup(), runner.computeUnitsMilli());
    return new ServiceDefinition(
        Service.EXECUTOR,
        codec,
        List.of(cancelRun),
        List.of(runNode, reportRun, stopRun),
        List.of(),
        List.of(
            new View<>(
                ComputingResourceState.class,
                state -> RunNodeHandler.viewName(state.getWorkspaceId(), state.getName()))),
        List.of(Service.REGISTRY.topic(TopicKind.STATE)),
        List.of(RunKind.RUN),
        List.of(leaseTimer));
  }
}

package io.weirworks.lineage.adapter;

import io.micronaut.context.annotation.Factory;
import io.weirworks.lineage.classification.adapter.RuleHandler;
import io.weirworks.lineage.classification.adapter.RuleKind;
import io.weirworks.lineage.collection.adapter.CollectionHandler;
import io.weirworks.lineage.collection.adapter.CollectionKind;
import io.weirworks.lineage.collection.adapter.CreateMetaCollectionHandler;
import io.weirworks.lineage.impact.adapter.AssessImpactHandler;
import io.weirworks.lineage.impact.adapter.ImpactKind;
import io.weirworks.lineage.impact.adapter.ImpactViews;
import io.weirworks.lineage.impact.adapter.NodeInstanceCancelledHandler;
import io.weirworks.lineage.impact.adapter.NodeInstanceFailedHandler;
import io.weirworks.lineage.impact.adapter.RecordImpactHandler;
import io.weirworks.lineage.metadata.adapter.MetadataHandler;
import io.weirworks.lineage.metadata.adapter.MetadataKind;
import io.weirworks.lineage.metadata.adapter.ReportColumnSamplesHandler;
import io.weirworks.lineage.metadata.adapter.ReportTableSnapshotHandler;
import io.weirworks.lineage.partition.adapter.NamedPartitions;
import io.weirworks.lineage.partition.adapter.PartitionKind;
import io.weirworks.lineage.run.adapter.RunKind;
import io.weirworks.lineage.run.adapter.RunSucceededHandler;
import io.weirworks.lineage.run.evidence.adapter.EvidenceKind;
import io.weirworks.lineage.run.evidence.adapter.EvidenceTimer;
import io.weirworks.lineage.run.evidence.adapter.RecordOpenLineageHandler;
import io.weirworks.lineage.run.evidence.adapter.RunEndHandler;
import io.weirworks.lineage.run.history.adapter.RunStartedHandler;
import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.sql.parse.ParseLimits;
import io.weirworks.lineage.table.adapter.TableKind;
import io.weirworks.lineage.table.adapter.UpdateDownstreamHandler;
import io.weirworks.lineage.table.adapter.UpdateTableLineageHandler;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts the service together. */
@Factory
final class LineageFactory {

  /** A statement is parsed on a poll thread, so it may cost less than elsewhere. */
  private static final ParseLimits LIMITS =
      new ParseLimits(ParseLimits.DEFAULT.maxCharacters(), Duration.ofSeconds(2));

  @Singleton
  SqlLineage sqlLineage(InstantSource clock) {
    SqlLineage lineage = new SqlLineage(LIMITS, clock);
    lineage.warmUp();
    return lineage;
  }

  @Singleton
  ServiceDefinition definition(
      AvroCodec codec,
      SqlLineage lineage,
      AssessImpactHandler assessImpact,
      NodeInstanceFailedHandler nodeFailed,
      NodeInstanceCancelledHandler nodeCancelled) {
    RunSucceededHandler runSucceeded = new RunSucceededHandler(lineage);
    List<Handler<?>> events = new ArrayList<>(RunEndHandler.all());
    events.addAll(List.of(new RunStartedHandler(), runSucceeded, nodeFailed, nodeCancelled));
    return new ServiceDefinition(
        Service.LINEAGE,
        codec,
        commands(assessImpact),
        internal(runSucceeded),
        events,
        ImpactViews.views(),
        List.of(
            Service.EXECUTOR.topic(TopicKind.EVENTS),
            Service.SCHEDULER.topic(TopicKind.EVENTS),
            Service.SCHEDULER.topic(TopicKind.STATE),
            Service.REGISTRY.topic(TopicKind.STATE)),
        List.of(
            TableKind.TABLE,
            RunKind.RUN,
            EvidenceKind.EVIDENCE,
            ImpactKind.IMPACT,
            MetadataKind.METADATA,
            PartitionKind.PARTITIONS,
            RuleKind.RULE,
            CollectionKind.COLLECTION),
        List.of(new EvidenceTimer()));
  }

  private static List<Handler<?>> internal(RunSucceededHandler runSucceeded) {
    return List.of(
        new UpdateTableLineageHandler(new NamedPartitions()),
        new UpdateDownstreamHandler(),
        new RecordOpenLineageHandler(),
        new ReportTableSnapshotHandler(),
        new RecordImpactHandler(),
        new ReportColumnSamplesHandler(),
        runSucceeded);
  }

  private static List<Handler<?>> commands(AssessImpactHandler assessImpact) {
    return Stream.of(
            List.<Handler<?>>of(assessImpact),
            MetadataHandler.all(),
            RuleHandler.all(),
            CollectionHandler.all(),
            List.<Handler<?>>of(new CreateMetaCollectionHandler()))
        .<Handler<?>>flatMap(List::stream)
        .toList();
  }
}

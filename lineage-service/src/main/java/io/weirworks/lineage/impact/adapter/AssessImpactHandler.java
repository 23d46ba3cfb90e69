package io.weirworks.lineage.impact.adapter;

import io.weirworks.contract.lineage.AssessImpact;
import io.weirworks.contract.lineage.WhatIf;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.impact.Cause;
import io.weirworks.lineage.impact.Impact;
import io.weirworks.lineage.impact.ImpactAssessment;
import io.weirworks.lineage.internal.adapter.Trail;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import io.weirworks.schemas.CommandError;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assesses what depends on the tables and columns that somebody names. */
@Singleton
public final class AssessImpactHandler implements Handler<AssessImpact> {

  private static final int MOST_NAMES = 100;

  private final Impacts impacts;

  public AssessImpactHandler(Impacts impacts) {
    this.impacts = impacts;
  }

  @Override
  public Class<AssessImpact> type() {
    return AssessImpact.class;
  }

  /** What is refused needs an order too. */
  @Override
  public Optional<String> orderingKey(AssessImpact command, Envelope envelope, Work work) {
    return Optional.of(key(command));
  }

  private static String key(AssessImpact command) {
    return command.getNames().stream()
        .findFirst()
        .flatMap(DatasetNames::parse)
        .map(DatasetRef::id)
        .orElse("impact");
  }

  @Override
  public Decision decide(AssessImpact command, Asked asked, Work work) {
    int count = command.getNames().size();
    if (count < 1 || count > MOST_NAMES) {
      return Decision.refused(outOfRange(count));
    }
    return impacts
        .assessment()
        .map(assessment -> decide(command, asked, assessment))
        .orElseGet(() -> Decision.refused(loading()));
  }

  private Decision decide(AssessImpact command, Asked asked, ImpactAssessment assessment) {
    List<ColumnNode> origins = new ArrayList<>();
    for (String name : command.getNames()) {
      Optional<ColumnNode> named = named(assessment, name);
      if (named.isEmpty()) {
        return Decision.refused(unknown(origins.size(), name));
      }
      origins.add(named.get());
    }
    Impact.Subject subject = subject(command, asked.envelope());
    return Decision.accepted(
        ImpactKind.ref(subject.id()),
        impacts.due(DueImpact.of(subject, origins, Trail.of(asked.envelope())), asked));
  }

  private static Rejection outOfRange(int count) {
    return new Rejection(
        CommandError.OUT_OF_RANGE.code(),
        count + " names; 1 to " + MOST_NAMES + " are allowed",
        "$.names",
        null);
  }

  private static Rejection loading() {
    return Rejection.of(
        CommandError.OPERATION_DENIED.code(),
        "the lineage graph is being loaded; send the command again under a new id");
  }

  private static Rejection unknown(int index, String name) {
    return new Rejection(
        CommandError.NOT_FOUND.code(),
        "no lineage names this table or column; right ones are database.table and"
            + " database.table.column",
        "$.names[" + index + "]",
        name);
  }

  private static Impact.Subject subject(AssessImpact command, Envelope envelope) {
    return new Impact.Subject(
        Impacts.id("command", envelope.source(), envelope.id()),
        key(command),
        cause(command.getWhatIf()),
        null);
  }

  private static Optional<ColumnNode> named(ImpactAssessment assessment, String name) {
    int dot = name.lastIndexOf('.');
    String owner = dot <= 0 ? null : id(name.substring(0, dot)).orElse(null);
    return id(name)
        .flatMap(
            dataset ->
                assessment.named(
                    dataset, owner, name.substring(dot + 1).strip().toLowerCase(Locale.ROOT)));
  }

  private static Optional<String> id(String name) {
    return DatasetNames.parse(name).map(DatasetRef::id);
  }

  private static Cause cause(@Nullable WhatIf whatIf) {
    return switch (whatIf) {
      case null -> Cause.REPORTED;
      case UNKNOWN -> Cause.REPORTED;
      case DROP -> Cause.DROP;
      case CHANGE -> Cause.CHANGE;
    };
  }
}

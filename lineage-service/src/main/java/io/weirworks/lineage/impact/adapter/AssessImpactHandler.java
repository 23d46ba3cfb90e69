package io.weirworks.lineage.impact.adapter;

import io.weirworks.contract.lineage.AssessImpact;
import io.weirworks.contract.lineage.WhatIf;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.impact.Cause;
import io.weirworks.lineage.impact.Impact;
import io.weirworks.lineage.impact.ImpactAssessment;
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
    List<String> names = command.getNames();
    if (names.isEmpty() || names.size() > MOST_NAMES) {
      return refused(
          CommandError.OUT_OF_RANGE, names.size() + " names; 1 to 100 are allowed", "$.names", "");
    }
    if (!impacts.loaded()) {
      return refused(
          CommandError.OPERATION_DENIED,
          "the lineage graph is being loaded; send the command again under a new id",
          "$",
          "");
    }
    ImpactAssessment assessment = impacts.assessment(work);
    List<ColumnNode> origins = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Optional<ColumnNode> named = named(assessment, names.get(i));
      if (named.isEmpty()) {
        return refused(
            CommandError.NOT_FOUND,
            "no lineage names this table or column; right ones are database.table and"
                + " database.table.column",
            "$.names[" + i + "]",
            names.get(i));
      }
      origins.add(named.get());
    }
    Envelope envelope = asked.envelope();
    Impact.Subject subject =
        new Impact.Subject(
            Impacts.id("command", envelope.source(), envelope.id()),
            key(command),
            cause(command.getWhatIf()),
            null);
    return Impacts.accepted(assessment.assess(subject, origins, asked.now()));
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

  private static Decision refused(CommandError code, String message, String field, String value) {
    return Decision.refused(new Rejection(code.code(), message, field, value));
  }
}

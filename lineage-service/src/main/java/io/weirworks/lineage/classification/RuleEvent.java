package io.weirworks.lineage.classification;

/** What is told of a rule. */
public sealed interface RuleEvent {

  /** It classifies columns from now on. */
  record RuleSet(ClassificationRule rule) implements RuleEvent {}

  /** It is gone. */
  record RuleDeleted(String name) implements RuleEvent {}
}

package io.weirworks.schemas;

import java.util.Locale;

/** The four services. */
public enum Service {
  /** What exists. */
  REGISTRY,
  /** When it runs. */
  SCHEDULER,
  /** How it runs. */
  EXECUTOR,
  /** What it touched. */
  LINEAGE;

  private static final String PREFIX = "weirworks.";

  /** The name in topics and configuration, such as {@code scheduler}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The {@code ce_source} of what the service writes, such as {@code /weirworks/scheduler}. */
  public String source() {
    return "/weirworks/" + id();
  }

  /** The {@code ce_actor} of what the service asks by itself, such as {@code service:scheduler}. */
  public String actor() {
    return "service:" + id();
  }

  /** The name of the service's topic of this kind, such as {@code weirworks.scheduler.events}. */
  public String topic(TopicKind kind) {
    return PREFIX + id() + "." + kind.suffix();
  }
}

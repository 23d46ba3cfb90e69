package io.weirworks.scheduler.dependency;

import java.time.LocalDate;

/** Instances of a node on one day. */
public record Position(LocalDate day, Range range) {}

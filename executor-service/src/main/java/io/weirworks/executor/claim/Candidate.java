package io.weirworks.executor.claim;

/** A queued run that nobody holds. */
public record Candidate(String runId, int computeUnitsMilli) {}

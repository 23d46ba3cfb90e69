package io.weirworks.executor.run;

import io.weirworks.executor.claim.CancelAsk;
import java.time.Instant;

/** What a decision does beside telling events. */
public sealed interface RunEffect {

  /** The claim goes, and with it the compute units that it held (I3). */
  record ReleaseClaim() implements RunEffect {}

  /** A stop that overtook its run is kept for when the run comes. */
  record RememberStop(CancelAsk stop) implements RunEffect {}

  /** The report changes nothing, but is consulted before any new start. */
  record KeepEvidence(Report report) implements RunEffect {}

  /** The claim is looked at then. */
  record LookAgain(Instant at) implements RunEffect {}

  /** There is no claim to look at any more. */
  record StopLooking() implements RunEffect {}
}

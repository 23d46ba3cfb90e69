package io.weirworks.scheduler.instance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a node instance has not ended (I5).
 *
 * @param deadline when something happens at the latest; null: only another record moves it
 */
public record Wait(WaitReason reason, @Nullable Instant deadline) {

  /** Whose turn it is (R14). */
  public WaitOwner owner() {
    return reason.owner();
  }
}

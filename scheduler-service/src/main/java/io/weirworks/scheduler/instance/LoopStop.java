package io.weirworks.scheduler.instance;

import org.jspecify.annotations.Nullable;

/**
 * Why a loop begins nothing more and ends when what runs inside it has ended.
 *
 * @param timedOut it ran longer than its timeout; otherwise somebody cancelled it
 * @param reason that was said
 */
public record LoopStop(boolean timedOut, @Nullable String reason) {}

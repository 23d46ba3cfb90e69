package io.weirworks.messaging.shard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shard that stands still.
 *
 * @param before what an operator may let it pass; null where it must be waited out or mended
 * @param reason why
 * @param since when it first stood there
 */
public record Stopped(int shard, @Nullable Stop before, String reason, Instant since) {}

/**
 * The shard loop (DESIGN 3): ownership by epoch, one transaction per poll, decisions, parking. Read
 * {@link io.weirworks.messaging.shard.ShardLoop} first, then {@link
 * io.weirworks.messaging.shard.Transactor}.
 */
@NullMarked
package io.weirworks.messaging.shard;

import org.jspecify.annotations.NullMarked;

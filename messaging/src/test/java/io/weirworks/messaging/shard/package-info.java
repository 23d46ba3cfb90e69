/** The parts of the shard loop, each on its own. */
@NullMarked
package io.weirworks.messaging.shard;

import org.jspecify.annotations.NullMarked;

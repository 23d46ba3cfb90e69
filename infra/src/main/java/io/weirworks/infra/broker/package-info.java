/** The Kafka broker: the one that we start ourselves, and what its users need to know of any. */
@NullMarked
package io.weirworks.infra.broker;

import org.jspecify.annotations.NullMarked;

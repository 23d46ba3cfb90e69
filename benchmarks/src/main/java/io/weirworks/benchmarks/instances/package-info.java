/**
 * How many node instances a second, and how fast each: real services, a durable database, a broker,
 * and an engine whose runs end at once, so that what is measured is all that is not the node's own.
 */
@NullMarked
package io.weirworks.benchmarks.instances;

import org.jspecify.annotations.NullMarked;

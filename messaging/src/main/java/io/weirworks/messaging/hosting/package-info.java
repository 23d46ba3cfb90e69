/**
 * What is the same for each service around its rooms: start, configuration, topics, readiness, the
 * HTTP face of commands. The only part of messaging that knows Micronaut.
 */
@NullMarked
package io.weirworks.messaging.hosting;

import org.jspecify.annotations.NullMarked;

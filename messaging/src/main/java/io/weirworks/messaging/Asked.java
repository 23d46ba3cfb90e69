package io.weirworks.messaging;

import java.time.Instant;

/**
 * The circumstances of one input.
 *
 * @param envelope who asked or told, and why
 * @param now the database's time in this transaction; the same for all inputs of it
 */
public record Asked(Envelope envelope, Instant now) {}

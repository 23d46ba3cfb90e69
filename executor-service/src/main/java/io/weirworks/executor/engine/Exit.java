package io.weirworks.executor.engine;

import java.time.Instant;

/**
 * How a child ended, as its supervisor wrote it down.
 *
 * @param code exit code 0..255; 128 + n after signal n
 * @param killed whether it was ended because somebody asked for it
 * @param at when, by the host's clock, to the second
 */
public record Exit(int code, boolean killed, Instant at) {}

package io.weirworks.scheduler.parameter;

/**
 * Why a parameter was refused.
 *
 * @param code stable reason
 * @param message what is wrong, naming the offending text
 * @param expression the whole text that was looked at
 * @param position characters of {@code expression} before the offending one (0 is the first)
 * @param hint what would be right
 */
public record ParameterError(
    ParameterErrorCode code, String message, String expression, int position, String hint) {}

package io.weirworks.scheduler.decision;

/**
 * Why a command was refused; it changed nothing.
 *
 * @param code stable reason
 * @param message what is wrong and what would be right
 * @param field path of the command's field that is wrong
 * @param value the wrong value as text
 */
public record Rejection(RejectionCode code, String message, String field, String value) {}

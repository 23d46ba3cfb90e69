package io.weirworks.scheduler.controlflow;

/**
 * Why a node instance fails.
 *
 * @param message what is wrong and what would be right, for people
 */
public record Fault(FaultCode code, String message) {}

package io.weirworks.scheduler.identity;

/**
 * Which turn of a loop a node instance inside it belongs to.
 *
 * @param round the loop node's attempt, from 1: a loop that is run again makes new instances
 * @param number of the loop, from 1
 */
public record Iteration(int round, int number) {}

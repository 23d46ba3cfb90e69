/**
 * What operators ask of instances (dataworks-semantics 5.1): the outside commands, over HTTP one by
 * one or for many at once, and the log of what was done.
 */
@NullMarked
package io.weirworks.scheduler.operation.adapter;

import org.jspecify.annotations.NullMarked;

/**
 * The room of scheduling parameters: expressions such as {@code $bizdate}, <code>${yyyymmdd-1}
 * </code> and {@code $[hh24-1/24]}, how they are assigned to a node and how their values get into
 * its code.
 */
@NullMarked
package io.weirworks.scheduler.parameter;

import org.jspecify.annotations.NullMarked;

/**
 * The room of control flow (dataworks-semantics 4): what a branch chooses, when a join is
 * satisfied, which values nodes hand on and how code reads them, how loops go round, and the limits
 * of all of it. Pure; the instances that it steers are in their own rooms.
 */
@NullMarked
package io.weirworks.scheduler.controlflow;

import org.jspecify.annotations.NullMarked;

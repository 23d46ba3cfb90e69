/**
 * The room of baselines (dataworks-semantics 5.6): by when chosen tasks are to have ended, and what
 * is told when that becomes doubtful. A baseline has an instance for each day, or for each cycle of
 * an hourly one; each minute that instance looks at its tasks and at all that they wait for, and
 * predicts the finish. What does not exist yet is predicted from the timetables, by the rules that
 * make it (R52).
 */
@NullMarked
package io.weirworks.scheduler.baseline;

import org.jspecify.annotations.NullMarked;

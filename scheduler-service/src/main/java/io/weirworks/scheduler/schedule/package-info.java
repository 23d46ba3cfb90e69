/**
 * The room of schedules: which versions of a workflow, or of a node that has a timetable of its
 * own, have been in force, and the making of their instances by the clock (dataworks-semantics
 * 3.3). A schedule is generated once for each day, the night before; nights that nobody was there
 * for are made up as its timetable says. Instances that are there keep the version that they were
 * made of, whatever is deployed later: a new version gives the day of its deployment instances only
 * where it is deployed Immediately, and takes away those that had not begun and have no time in it.
 */
@NullMarked
package io.weirworks.scheduler.schedule;

import org.jspecify.annotations.NullMarked;

/** Schedules and backfills of a whole platform, with faults. */
@NullMarked
package io.weirworks.acceptance.schedule;

import org.jspecify.annotations.NullMarked;

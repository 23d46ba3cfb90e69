/** The room of time: which instant a business date means for a workflow. */
@NullMarked
package io.weirworks.scheduler.recurrence;

import org.jspecify.annotations.NullMarked;

/** Tests of the room of the same name. */
@NullMarked
package io.weirworks.scheduler.backfill;

import org.jspecify.annotations.NullMarked;

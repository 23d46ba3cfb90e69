/** Tests of the room of the same name. */
@NullMarked
package io.weirworks.scheduler.workflow;

import org.jspecify.annotations.NullMarked;

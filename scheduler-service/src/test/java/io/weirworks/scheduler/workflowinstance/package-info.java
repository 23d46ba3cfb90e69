/** Tests of the room of the same name. */
@NullMarked
package io.weirworks.scheduler.workflowinstance;

import org.jspecify.annotations.NullMarked;

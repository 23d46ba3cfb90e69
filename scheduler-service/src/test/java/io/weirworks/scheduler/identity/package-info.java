/** Tests of the room of the same name. */
@NullMarked
package io.weirworks.scheduler.identity;

import org.jspecify.annotations.NullMarked;

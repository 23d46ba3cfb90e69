/** Tests of the room of the same name. */
@NullMarked
package io.weirworks.scheduler.dependency;

import org.jspecify.annotations.NullMarked;

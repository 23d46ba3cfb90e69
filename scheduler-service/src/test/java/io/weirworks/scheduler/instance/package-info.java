/** Tests of the room of the same name. */
@NullMarked
package io.weirworks.scheduler.instance;

import org.jspecify.annotations.NullMarked;

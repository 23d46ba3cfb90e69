/** Tests of control flow. */
@NullMarked
package io.weirworks.scheduler.controlflow;

import org.jspecify.annotations.NullMarked;

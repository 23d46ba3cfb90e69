/**
 * Tests of the scheduling parameters: the reference's vectors as tables, its laws as properties.
 */
@NullMarked
package io.weirworks.scheduler.parameter;

import org.jspecify.annotations.NullMarked;

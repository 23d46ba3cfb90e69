/**
 * The room of ids: ids of generated things are derived from what they are generated from, so that
 * generating twice is harmless (DESIGN 3).
 */
@NullMarked
package io.weirworks.scheduler.identity;

import org.jspecify.annotations.NullMarked;

/**
 * What goes wrong and what must not come of it: doubles that fail at a step, and who dies there.
 */
@NullMarked
package io.weirworks.messaging.fault;

import org.jspecify.annotations.NullMarked;

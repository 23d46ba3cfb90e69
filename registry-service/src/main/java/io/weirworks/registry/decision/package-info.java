/**
 * What the registry answers when it is asked for something: events, or a rejection that names every
 * fault.
 */
@NullMarked
package io.weirworks.registry.decision;

import org.jspecify.annotations.NullMarked;

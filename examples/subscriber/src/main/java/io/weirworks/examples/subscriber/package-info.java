/**
 * Programs of another team: they publish commands and read events and state by the contract alone.
 */
@NullMarked
package io.weirworks.examples.subscriber;

import org.jspecify.annotations.NullMarked;

/** The programs against a real broker, with the services' part played by hand. */
@NullMarked
package io.weirworks.examples.subscriber;

import org.jspecify.annotations.NullMarked;

/**
 * What {@code weirworks simulate} says: which definitions it takes and how it shows what will run.
 */
@NullMarked
package io.weirworks.standalone.simulate;

import org.jspecify.annotations.NullMarked;

/** Tests of the room of the same name. */
@NullMarked
package io.weirworks.standalone.simulate;

import org.jspecify.annotations.NullMarked;

/** Publishing a command and waiting for its reply. */
@NullMarked
package io.weirworks.standalone.asking;

import org.jspecify.annotations.NullMarked;

/** The script that starts it all. */
@NullMarked
package io.weirworks.standalone.launcher;

import org.jspecify.annotations.NullMarked;

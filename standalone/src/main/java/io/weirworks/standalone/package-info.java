/** The embedded default: everything from one command, and the command line. */
@NullMarked
package io.weirworks.standalone;

import org.jspecify.annotations.NullMarked;

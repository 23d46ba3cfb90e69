/** The command line: thin commands over the other rooms. */
@NullMarked
package io.weirworks.standalone.command;

import org.jspecify.annotations.NullMarked;

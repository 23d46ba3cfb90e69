/** The example pipeline over flights from nothing to its report, in one command. */
@NullMarked
package io.weirworks.standalone.demo;

import org.jspecify.annotations.NullMarked;

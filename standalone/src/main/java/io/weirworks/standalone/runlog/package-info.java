/** The log of a node instance's runs, put together from its pieces. */
@NullMarked
package io.weirworks.standalone.runlog;

import org.jspecify.annotations.NullMarked;

/** The flights example on a platform of real processes, in the middle of which some are killed. */
@NullMarked
package io.weirworks.acceptance.flights;

import org.jspecify.annotations.NullMarked;

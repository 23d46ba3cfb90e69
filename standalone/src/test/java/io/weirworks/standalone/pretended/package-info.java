/** Services that stand in for the real ones, so that the platform is tested without them. */
@NullMarked
package io.weirworks.standalone.pretended;

import org.jspecify.annotations.NullMarked;

/** What depends on something that broke, or that somebody means to change. */
@NullMarked
package io.weirworks.lineage.impact;

import org.jspecify.annotations.NullMarked;

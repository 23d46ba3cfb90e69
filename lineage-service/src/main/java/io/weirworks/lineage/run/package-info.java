/** A run that succeeded: what each of its statements touched, and what is not known of it. */
@NullMarked
package io.weirworks.lineage.run;

import org.jspecify.annotations.NullMarked;

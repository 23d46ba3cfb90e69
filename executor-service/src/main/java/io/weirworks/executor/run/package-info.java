/**
 * A run from its acceptance to its one terminal event (I1): what it is, and what each command,
 * report and timer makes of it (DESIGN 6).
 */
@NullMarked
package io.weirworks.executor.run;

import org.jspecify.annotations.NullMarked;

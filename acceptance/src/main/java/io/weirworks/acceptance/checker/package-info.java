/** Checks the invariants I1, I4 and I6 by what stands on the topics, as any outsider could. */
@NullMarked
package io.weirworks.acceptance.checker;

import org.jspecify.annotations.NullMarked;

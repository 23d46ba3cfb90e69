/** Who holds a run and what it may use: claims, compute units, the rule of admission (DESIGN 6). */
@NullMarked
package io.weirworks.executor.claim;

import org.jspecify.annotations.NullMarked;

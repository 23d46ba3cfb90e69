/**
 * Carries claimed runs through on this host: start, follow, report, log; and finds all of them
 * again after it was killed (DESIGN 6, engines.md 9).
 */
@NullMarked
package io.weirworks.executor.runner;

import org.jspecify.annotations.NullMarked;

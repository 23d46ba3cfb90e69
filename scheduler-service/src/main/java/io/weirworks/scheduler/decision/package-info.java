/** What a pure decide function answers: events, or why not. */
@NullMarked
package io.weirworks.scheduler.decision;

import org.jspecify.annotations.NullMarked;

/**
 * The room of the backfill: one workflow over a range of business dates, at most so many at once
 * (dataworks-semantics 5.2).
 *
 * <p>A sliding window: when a date ends successfully, the next begins. A date that ends otherwise
 * stops the making of further dates; those open run to their end, then the backfill is FAILURE and
 * dates never begun stay counted as waiting.
 */
@NullMarked
package io.weirworks.scheduler.backfill;

import org.jspecify.annotations.NullMarked;

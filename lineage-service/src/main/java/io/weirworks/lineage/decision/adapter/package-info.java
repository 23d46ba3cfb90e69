/** Decisions and refusals as messaging takes them. */
@NullMarked
package io.weirworks.lineage.decision.adapter;

import org.jspecify.annotations.NullMarked;

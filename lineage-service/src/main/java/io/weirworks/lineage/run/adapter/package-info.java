/** Runs as messaging keeps and tells them. */
@NullMarked
package io.weirworks.lineage.run.adapter;

import org.jspecify.annotations.NullMarked;

/** Impacts as messaging keeps and tells them, and over HTTP. */
@NullMarked
package io.weirworks.lineage.impact.adapter;

import org.jspecify.annotations.NullMarked;

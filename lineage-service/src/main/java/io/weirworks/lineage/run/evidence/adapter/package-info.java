/** Evidence as messaging keeps and tells it. */
@NullMarked
package io.weirworks.lineage.run.evidence.adapter;

import org.jspecify.annotations.NullMarked;

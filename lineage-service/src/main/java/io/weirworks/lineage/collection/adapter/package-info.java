/** Collections as messaging keeps and tells them. */
@NullMarked
package io.weirworks.lineage.collection.adapter;

import org.jspecify.annotations.NullMarked;

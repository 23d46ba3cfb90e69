/** Classification rules as messaging keeps and tells them. */
@NullMarked
package io.weirworks.lineage.classification.adapter;

import org.jspecify.annotations.NullMarked;

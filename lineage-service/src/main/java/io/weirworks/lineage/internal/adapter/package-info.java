/** Commands that this service sends to itself from beside the deciding thread. */
@NullMarked
package io.weirworks.lineage.internal.adapter;

import org.jspecify.annotations.NullMarked;

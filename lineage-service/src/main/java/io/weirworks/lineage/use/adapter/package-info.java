/** The rows of use. */
@NullMarked
package io.weirworks.lineage.use.adapter;

import org.jspecify.annotations.NullMarked;

/** Puts the executor together from its configuration. */
@NullMarked
package io.weirworks.executor.adapter;

import org.jspecify.annotations.NullMarked;

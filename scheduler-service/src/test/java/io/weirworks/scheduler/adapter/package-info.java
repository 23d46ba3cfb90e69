/** What the adapters of all rooms share. */
@NullMarked
package io.weirworks.scheduler.adapter;

import org.jspecify.annotations.NullMarked;

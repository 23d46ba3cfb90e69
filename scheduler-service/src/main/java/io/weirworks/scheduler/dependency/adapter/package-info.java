/** Dependencies of deployed nodes as rows. */
@NullMarked
package io.weirworks.scheduler.dependency.adapter;

import org.jspecify.annotations.NullMarked;

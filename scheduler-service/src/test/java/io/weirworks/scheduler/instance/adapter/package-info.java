/** Node instances as rows and records. */
@NullMarked
package io.weirworks.scheduler.instance.adapter;

import org.jspecify.annotations.NullMarked;

/** How long history is kept that no decision needs (DESIGN 9). */
@NullMarked
package io.weirworks.scheduler.retention.adapter;

import org.jspecify.annotations.NullMarked;

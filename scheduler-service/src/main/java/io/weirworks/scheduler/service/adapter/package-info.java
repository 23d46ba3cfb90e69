/** The service as a whole: what it tells messaging of itself, and what concerns several rooms. */
@NullMarked
package io.weirworks.scheduler.service.adapter;

import org.jspecify.annotations.NullMarked;

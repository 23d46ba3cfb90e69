/** The service as others see it: events in, events, state and HTTP out. */
@NullMarked
package io.weirworks.lineage.service;

import org.jspecify.annotations.NullMarked;

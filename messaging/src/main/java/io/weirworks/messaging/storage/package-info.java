/** The rows that messaging keeps, one class per table; no rule lives here. */
@NullMarked
package io.weirworks.messaging.storage;

import org.jspecify.annotations.NullMarked;

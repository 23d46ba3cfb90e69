/** The domain that messaging's tests decide on. */
@NullMarked
package io.weirworks.messaging.bank;

import org.jspecify.annotations.NullMarked;

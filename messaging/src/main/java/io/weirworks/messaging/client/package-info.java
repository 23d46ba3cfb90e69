/** Publishing commands and waiting for their replies: what HTTP and the command line do. */
@NullMarked
package io.weirworks.messaging.client;

import org.jspecify.annotations.NullMarked;

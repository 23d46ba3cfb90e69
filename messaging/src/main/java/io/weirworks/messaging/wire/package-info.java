/**
 * Records as they arrive and leave: headers, envelope, framing, and the binary form that rows keep.
 */
@NullMarked
package io.weirworks.messaging.wire;

import org.jspecify.annotations.NullMarked;

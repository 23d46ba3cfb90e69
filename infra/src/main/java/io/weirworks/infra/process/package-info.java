/**
 * Child processes that outlive us: started detached, found again by identity, signalled, and the
 * sockets that they listen on.
 */
@NullMarked
package io.weirworks.infra.process;

import org.jspecify.annotations.NullMarked;

/**
 * Publishing of what transactions sent: from memory after the commit, from the table after doubt.
 */
@NullMarked
package io.weirworks.messaging.outbox;

import org.jspecify.annotations.NullMarked;

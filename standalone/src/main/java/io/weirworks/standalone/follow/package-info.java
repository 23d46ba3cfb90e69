/** Live progress of a workflow instance or a backfill, from state records alone. */
@NullMarked
package io.weirworks.standalone.follow;

import org.jspecify.annotations.NullMarked;

/** Definitions as registry-service tells them, kept here version by version. */
@NullMarked
package io.weirworks.scheduler.workflow.adapter;

import org.jspecify.annotations.NullMarked;

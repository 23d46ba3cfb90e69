/**
 * The room of definitions: one deployed version of a workflow as the scheduler sees it;
 * registry-service has validated it.
 */
@NullMarked
package io.weirworks.scheduler.workflow;

import org.jspecify.annotations.NullMarked;

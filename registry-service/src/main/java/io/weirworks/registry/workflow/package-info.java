/**
 * Workflows: from a FlowSpec document to a checked, versioned definition that the scheduler can
 * run.
 */
@NullMarked
package io.weirworks.registry.workflow;

import org.jspecify.annotations.NullMarked;

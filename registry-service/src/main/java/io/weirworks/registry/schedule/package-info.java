/**
 * What a FlowSpec document says of when its workflows and nodes run (dataworks-semantics 1.5, 3.1,
 * 3.10). Deployment and simulation read it here, so that they read it alike.
 */
@NullMarked
package io.weirworks.registry.schedule;

import org.jspecify.annotations.NullMarked;

/**
 * The room of diagnosis (dataworks-semantics 5.8): why a node instance does not run, down to the
 * instances where it begins.
 */
@NullMarked
package io.weirworks.scheduler.diagnosis;

import org.jspecify.annotations.NullMarked;

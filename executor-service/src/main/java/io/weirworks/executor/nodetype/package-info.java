/**
 * From a node's type and code to what an engine is asked to run: pure functions, one per node type.
 */
@NullMarked
package io.weirworks.executor.nodetype;

import org.jspecify.annotations.NullMarked;

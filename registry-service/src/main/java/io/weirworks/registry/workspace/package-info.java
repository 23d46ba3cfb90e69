/** Workspaces: the name spaces in which teams keep computing resources and workflows. */
@NullMarked
package io.weirworks.registry.workspace;

import org.jspecify.annotations.NullMarked;

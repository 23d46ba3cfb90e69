/** Workspaces on the topics, in the table and over HTTP. */
@NullMarked
package io.weirworks.registry.workspace.adapter;

import org.jspecify.annotations.NullMarked;

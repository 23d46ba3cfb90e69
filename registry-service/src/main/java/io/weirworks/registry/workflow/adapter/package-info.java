/** Workflows on the topics, in the table and over HTTP. */
@NullMarked
package io.weirworks.registry.workflow.adapter;

import org.jspecify.annotations.NullMarked;

/** Workflows as rows and as records of the contract. */
@NullMarked
package io.weirworks.registry.workflow.adapter;

import org.jspecify.annotations.NullMarked;

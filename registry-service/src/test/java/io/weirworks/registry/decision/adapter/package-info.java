/** Refusals as the contract has them. */
@NullMarked
package io.weirworks.registry.decision.adapter;

import org.jspecify.annotations.NullMarked;

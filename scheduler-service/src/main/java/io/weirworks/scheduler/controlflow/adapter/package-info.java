/** Signals for trigger nodes as rows and as records of the contract. */
@NullMarked
package io.weirworks.scheduler.controlflow.adapter;

import org.jspecify.annotations.NullMarked;

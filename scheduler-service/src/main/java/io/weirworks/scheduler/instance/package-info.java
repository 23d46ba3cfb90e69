/**
 * The room of the node instance: its sealed states (dataworks-semantics 3.5), what moves it from
 * one to the next, and why it waits (I5).
 */
@NullMarked
package io.weirworks.scheduler.instance;

import org.jspecify.annotations.NullMarked;

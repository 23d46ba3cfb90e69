/**
 * What the adapters of all rooms share: checks of outside commands, columns, JSON, lists over HTTP.
 */
@NullMarked
package io.weirworks.scheduler.adapter;

import org.jspecify.annotations.NullMarked;

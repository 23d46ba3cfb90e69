/** Puts the rooms of the registry together. */
@NullMarked
package io.weirworks.registry.adapter;

import org.jspecify.annotations.NullMarked;

/** How decisions of all rooms reach messaging. */
@NullMarked
package io.weirworks.registry.decision.adapter;

import org.jspecify.annotations.NullMarked;

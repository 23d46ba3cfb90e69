/**
 * How ids of the registry's subjects are derived from what names them, so that making one twice
 * makes the same one.
 */
@NullMarked
package io.weirworks.registry.identity;

import org.jspecify.annotations.NullMarked;

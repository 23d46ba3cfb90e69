/**
 * How the registry's subjects are named, and how ids follow from names, so that making one twice
 * makes the same one.
 */
@NullMarked
package io.weirworks.registry.identity;

import org.jspecify.annotations.NullMarked;

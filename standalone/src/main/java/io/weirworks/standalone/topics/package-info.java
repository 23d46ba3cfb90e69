/** Reading the contract's topics: to their present end, or for ever. */
@NullMarked
package io.weirworks.standalone.topics;

import org.jspecify.annotations.NullMarked;

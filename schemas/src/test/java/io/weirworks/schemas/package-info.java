/** The rules of the wire format, the catalogue of ids, topics and headers. */
@NullMarked
package io.weirworks.schemas;

import org.jspecify.annotations.NullMarked;

/**
 * The public contract apart from its records: topic names, CloudEvents headers, schema ids and the
 * wire format.
 */
@NullMarked
package io.weirworks.schemas;

import org.jspecify.annotations.NullMarked;

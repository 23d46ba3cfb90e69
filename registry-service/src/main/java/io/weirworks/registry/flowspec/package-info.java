/**
 * FlowSpec, the document format in which nodes and workflows are written: reading every published
 * version, and writing it back without loss.
 */
@NullMarked
package io.weirworks.registry.flowspec;

import org.jspecify.annotations.NullMarked;

/**
 * Which runs read and wrote which datasets (dataworks-semantics 7.3: usage, output information).
 */
@NullMarked
package io.weirworks.lineage.use;

import org.jspecify.annotations.NullMarked;

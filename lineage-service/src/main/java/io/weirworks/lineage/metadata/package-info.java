/** What people, runs and metastores say of a table beside its lineage (dataworks-semantics 7.3). */
@NullMarked
package io.weirworks.lineage.metadata;

import org.jspecify.annotations.NullMarked;

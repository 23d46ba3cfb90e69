/** The columns of tables, as the DDL of successful runs made them. */
@NullMarked
package io.weirworks.lineage.catalogue;

import org.jspecify.annotations.NullMarked;

/**
 * What a name means where it stands: relations, their columns and where the values of those come
 * from.
 */
@NullMarked
package io.weirworks.lineage.sql.scope;

import org.jspecify.annotations.NullMarked;

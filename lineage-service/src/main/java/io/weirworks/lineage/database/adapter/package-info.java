/** The service's database as its HTTP reads use it. */
@NullMarked
package io.weirworks.lineage.database.adapter;

import org.jspecify.annotations.NullMarked;

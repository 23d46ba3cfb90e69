/** Claims in the database: what runners write, and what a shard's owner reads under lock. */
@NullMarked
package io.weirworks.executor.claim.adapter;

import org.jspecify.annotations.NullMarked;

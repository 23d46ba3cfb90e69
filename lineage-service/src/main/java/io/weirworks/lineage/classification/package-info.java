/**
 * How sensitive columns are: the built-in template, rules on metadata, and what wins where several
 * speak (dataworks-semantics 7.4).
 */
@NullMarked
package io.weirworks.lineage.classification;

import org.jspecify.annotations.NullMarked;

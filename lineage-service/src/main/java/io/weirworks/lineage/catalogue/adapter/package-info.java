/** Schema changes in the contract's records, and the catalogue as it is stored. */
@NullMarked
package io.weirworks.lineage.catalogue.adapter;

import org.jspecify.annotations.NullMarked;

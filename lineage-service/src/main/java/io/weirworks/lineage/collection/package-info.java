/** Categories and albums of the Data Map (dataworks-semantics 7.3). */
@NullMarked
package io.weirworks.lineage.collection;

import org.jspecify.annotations.NullMarked;

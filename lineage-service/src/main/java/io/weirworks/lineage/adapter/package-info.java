/** What belongs to no room: the service put together. */
@NullMarked
package io.weirworks.lineage.adapter;

import org.jspecify.annotations.NullMarked;

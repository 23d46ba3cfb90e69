/** Computing resources on the topics, in the table and over HTTP. */
@NullMarked
package io.weirworks.registry.computingresource.adapter;

import org.jspecify.annotations.NullMarked;

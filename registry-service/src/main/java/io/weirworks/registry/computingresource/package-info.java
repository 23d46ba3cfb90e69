/** Computing resources: where the nodes of a workspace run. */
@NullMarked
package io.weirworks.registry.computingresource;

import org.jspecify.annotations.NullMarked;

/** What registry and executor must agree on about node types. */
@NullMarked
package io.weirworks.standalone.nodetype;

import org.jspecify.annotations.NullMarked;

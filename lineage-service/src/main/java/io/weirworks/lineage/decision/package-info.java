/** What deciding on a command from outside leads to: events, or a refusal with a stable code. */
@NullMarked
package io.weirworks.lineage.decision;

import org.jspecify.annotations.NullMarked;

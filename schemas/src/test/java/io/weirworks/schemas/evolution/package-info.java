/**
 * How the contract grows: what the IDL says now, what was released, the gate between them, and the
 * commands that release a version and write the contract page.
 */
@NullMarked
package io.weirworks.schemas.evolution;

import org.jspecify.annotations.NullMarked;

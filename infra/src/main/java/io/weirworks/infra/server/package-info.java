/**
 * What the embedded broker and the embedded database have in common: a folder to live in, a start
 * that adopts, an end.
 */
@NullMarked
package io.weirworks.infra.server;

import org.jspecify.annotations.NullMarked;

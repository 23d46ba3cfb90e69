/**
 * The broker and the database that the embedded default and the tests start, one place for both.
 */
@NullMarked
package io.weirworks.infra;

import org.jspecify.annotations.NullMarked;

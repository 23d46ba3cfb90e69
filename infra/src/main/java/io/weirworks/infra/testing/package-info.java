/**
 * Which broker and database a test run uses, and how a test gets them; never part of the product.
 */
@NullMarked
package io.weirworks.infra.testing;

import org.jspecify.annotations.NullMarked;

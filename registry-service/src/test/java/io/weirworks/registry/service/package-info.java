/** The whole service on a real broker and a real database, driven by contract and HTTP alone. */
@NullMarked
package io.weirworks.registry.service;

import org.jspecify.annotations.NullMarked;

/** The whole service, driven by the contract only. */
@NullMarked
package io.weirworks.executor.service;

import org.jspecify.annotations.NullMarked;

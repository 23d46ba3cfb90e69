/** scheduler-service as a whole, on a real broker and database, through the contract only. */
@NullMarked
package io.weirworks.scheduler.service;

import org.jspecify.annotations.NullMarked;

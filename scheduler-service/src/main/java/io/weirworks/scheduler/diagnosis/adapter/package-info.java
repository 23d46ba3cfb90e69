/** Diagnosis over HTTP, read from the tables. */
@NullMarked
package io.weirworks.scheduler.diagnosis.adapter;

import org.jspecify.annotations.NullMarked;

/** What is measured of instances that wait (field-failures R19). */
@NullMarked
package io.weirworks.scheduler.waiting.adapter;

import org.jspecify.annotations.NullMarked;

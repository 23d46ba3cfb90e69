/**
 * The room of dependency matching: on which instances of an upstream an instance depends. Pure
 * functions over the instances that both have on a day; each answer is a range, found by halving.
 */
@NullMarked
package io.weirworks.scheduler.dependency;

import org.jspecify.annotations.NullMarked;

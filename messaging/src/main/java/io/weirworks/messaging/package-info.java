/**
 * What a service hands to messaging and gets from it: subjects, handlers, decisions, effects
 * (DESIGN 2, 3). Knows no domain.
 */
@NullMarked
package io.weirworks.messaging;

import org.jspecify.annotations.NullMarked;

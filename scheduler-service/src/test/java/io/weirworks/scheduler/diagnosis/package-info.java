@NullMarked
package io.weirworks.scheduler.diagnosis;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.weirworks.scheduler.dag;

import org.jspecify.annotations.NullMarked;

/** What runs on this machine: processes, their pid files, ports and readiness. */
@NullMarked
package io.weirworks.standalone.platform;

import org.jspecify.annotations.NullMarked;

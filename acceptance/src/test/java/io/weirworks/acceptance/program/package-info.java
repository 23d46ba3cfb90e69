/** The programs as their users start them: in processes of their own, known by what they print. */
@NullMarked
package io.weirworks.acceptance.program;

import org.jspecify.annotations.NullMarked;

/** The statements that a SQL node ran, as its terminal event tells them to lineage. */
@NullMarked
package io.weirworks.executor.statement;

import org.jspecify.annotations.NullMarked;

/**
 * The MySQL-compatible database: the MariaDB that we start ourselves, and what its users need to
 * know of any.
 */
@NullMarked
package io.weirworks.infra.database;

import org.jspecify.annotations.NullMarked;

/** Plain JDBC in one place: statements, transactions, times in UTC. */
@NullMarked
package io.weirworks.executor.database.adapter;

import org.jspecify.annotations.NullMarked;

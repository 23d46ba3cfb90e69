/** How many values of a table's columns fit what rules ask for, counted where the data is. */
@NullMarked
package io.weirworks.standalone.profile;

import org.jspecify.annotations.NullMarked;

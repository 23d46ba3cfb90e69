/** Text before grammar: statements cut from a script with their offsets, and variables put in. */
@NullMarked
package io.weirworks.lineage.sql.script;

import org.jspecify.annotations.NullMarked;

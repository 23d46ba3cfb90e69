/** Node instances as rows, events of the contract and answers over HTTP. */
@NullMarked
package io.weirworks.scheduler.instance.adapter;

import org.jspecify.annotations.NullMarked;

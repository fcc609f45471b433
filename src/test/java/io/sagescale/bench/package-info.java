/** Measurements that are run by hand, by the commands in the README; never part of the test run. */
@NullMarked
package io.sagescale.bench;

import org.jspecify.annotations.NullMarked;

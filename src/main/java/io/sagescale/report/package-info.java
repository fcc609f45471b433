/** What people and machines read: tables, terminal charts, JSON, YAML and CSV of a run. */
@NullMarked
package io.sagescale.report;

import org.jspecify.annotations.NullMarked;

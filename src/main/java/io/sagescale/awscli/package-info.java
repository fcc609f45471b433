/**
 * The grammar of AWS's own command line: its words into the SDK's requests, the SDK's answers into what it prints. Operations and
 * flags are made from the SDK's classes; only what those do not tell, required members and paging, stands in tables.
 */
@NullMarked
package io.sagescale.awscli;

import org.jspecify.annotations.NullMarked;

/**
 * AWS's nouns as immutable values: scalable targets, policies, metrics, alarms, activities, schedules, endpoints and
 * components, and what one policy file declares.
 */
@NullMarked
package io.sagescale.model;

import org.jspecify.annotations.NullMarked;

package io.sagescale.lint;

/**
 * Something in a document that breaks a rule.
 *
 * @param message what is wrong here, one sentence without a full stop
 * @param fix what to write instead, one sentence without a full stop
 */
public record Finding(Rule rule, Place place, String message, String fix) {}

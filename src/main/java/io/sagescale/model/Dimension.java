package io.sagescale.model;

/** A name and value that tell one series of a metric from another. */
public record Dimension(String name, String value) {}

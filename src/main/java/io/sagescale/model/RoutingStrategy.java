package io.sagescale.model;

/** How a variant spreads requests over its copies. Source: SageMaker API, {@code RoutingStrategy}. */
public enum RoutingStrategy { LEAST_OUTSTANDING_REQUESTS, RANDOM }

package io.sagescale.model;

/** A resource registered for scaling, with its bounds. */
public record ScalableTarget(ResourceId resource, CapacityRange range, Suspension suspension) {}

package io.sagescale.engine;

/**
 * The order of events of one instant: windows close before anything that happens at their end, for a CloudWatch period
 * holds its start and not its end; what ends frees room before what comes needs it; alarms see the closed windows; capacity
 * moves after them, and what people ask for counts from then on. Equal ranks keep their order of insertion.
 */
public enum Rank { METRICS, FINISHED, ARRIVED, ALARMS, CAPACITY, CONTROL }

package io.sagescale.engine;

/**
 * The order of events of one instant: what ends frees room before what comes needs it; windows close over both; alarms see
 * the closed windows; capacity moves last, and what people ask for counts from then on. Equal ranks keep their order of
 * arrival. A window is therefore open at its start and closed at its end.
 */
public enum Rank { FINISHED, ARRIVED, METRICS, ALARMS, CAPACITY, CONTROL }

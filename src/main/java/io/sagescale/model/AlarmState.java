package io.sagescale.model;

/** The three states of an alarm. */
public enum AlarmState { OK, ALARM, INSUFFICIENT_DATA }

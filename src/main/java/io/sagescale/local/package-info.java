/**
 * The engine in real time: its durable state, its clock and loop, and the doors through which AWS clients reach it, inside the
 * process and on loopback.
 *
 * <p>The one room with threads, sockets and the time of day. The engine itself is the one that {@code simulate} runs.
 */
@NullMarked
package io.sagescale.local;

import org.jspecify.annotations.NullMarked;

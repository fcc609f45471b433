package io.sagescale.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which engine is asked, and as whom.
 *
 * @param engine {@code aws}, {@code local} or a URL
 * @param state folder of the local engine
 * @param region null for what the environment and the profile say
 * @param profile null for what the environment says
 */
public record EngineName(String engine, Path state, @Nullable String region, @Nullable String profile) {}

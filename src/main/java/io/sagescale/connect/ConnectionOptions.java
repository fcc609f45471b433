package io.sagescale.connect;

import io.sagescale.local.AccessKey;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a connection beside the engine.
 *
 * @param region null to take what the SDK finds; of a local engine, what its state was made for
 * @param profile null to take what the SDK finds; only AWS asks for one
 * @param isStrict true when the local engine must refuse targets that nobody created
 * @param holder who opens a local state, for others to read while they wait
 * @param clock time of day, for a local engine
 * @param said hears, a line at a time, what a person should know
 * @param key what calls to an engine at an address are signed with; null for a pair that is no secret
 */
public record ConnectionOptions(
    @Nullable String region, @Nullable String profile, boolean isStrict, String holder, InstantSource clock,
    Consumer<String> said, @Nullable AccessKey key) {}

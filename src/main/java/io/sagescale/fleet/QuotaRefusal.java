package io.sagescale.fleet;

/**
 * A change that would need more instances than the account may have.
 *
 * @param used instances of the type that the account has now
 * @param delta instances that the change would add
 */
public record QuotaRefusal(String instanceType, int limit, int used, int delta) {}

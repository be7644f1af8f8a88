package dev.assay.api.organization;

import java.time.Instant;

/** @param ready whether the first start was completed: an owner and something to try are there */
public record Organization(String id, String name, Instant createdAt, boolean ready) {}

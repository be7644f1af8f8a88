<?php

declare(strict_types=1);

namespace App;

/**
 * All links, by code, in the memory that the processes share. Each step is one call that no other process can come between:
 * apcu_add stores only what is not there yet, and apcu_inc adds one where the number lies.
 */
final class Links
{
    public function find(string $code): ?Link
    {
        $link = apcu_fetch("link:$code");
        return $link === false ? null : new Link($code, ...$link);
    }

    /** The new link, or null when the alias is taken. */
    public function add(LinkRequest $wanted): ?Link
    {
        if ($wanted->alias !== null) {
            return $this->store($wanted->alias, $wanted);
        }
        do {
            $link = $this->store($this->randomCode(), $wanted);
        } while ($link === null);
        return $link;
    }

    public function hit(Link $link): void
    {
        apcu_inc("hits:$link->code");
    }

    public function hits(Link $link): int
    {
        return apcu_fetch("hits:$link->code") ?: 0;
    }

    private function store(string $code, LinkRequest $wanted): ?Link
    {
        $link = new Link($code, $wanted->url, $wanted->expiresAt);
        return apcu_add("link:$code", [$link->url, $link->expiresAt]) ? $link : null;
    }

    private function randomCode(): string
    {
        return strtr(base64_encode(random_bytes(6)), '+/', '-_');
    }
}

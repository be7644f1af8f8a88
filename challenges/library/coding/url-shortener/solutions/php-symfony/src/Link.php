<?php

declare(strict_types=1);

namespace App;

use DateTimeImmutable;

/** As it is stored, and as it is shown. */
final readonly class Link
{
    /** @param ?string $expiresAt an instant, as the client wrote it */
    public function __construct(public string $code, public string $url, public int $hits, public ?string $expiresAt)
    {
    }

    public function hasExpired(DateTimeImmutable $now): bool
    {
        return $this->expiresAt !== null && $now >= new DateTimeImmutable($this->expiresAt);
    }
}

<?php

declare(strict_types=1);

namespace App;

/** How often trams came to a stop, and came late. */
final class Stop
{
    private int $arrivals = 0;
    private int $late = 0;

    public function __construct(private readonly string $name)
    {
    }

    public function count(Arrival $arrival): void
    {
        $this->arrivals++;
        $this->late += $arrival->isLate() ? 1 : 0;
    }

    public static function mostLateFirst(self $one, self $other): int
    {
        return $other->late <=> $one->late ?: strcmp($one->name, $other->name);
    }

    public function __toString(): string
    {
        $share = intdiv(100 * $this->late, $this->arrivals);
        return "$this->late of $this->arrivals $share% $this->name";
    }
}

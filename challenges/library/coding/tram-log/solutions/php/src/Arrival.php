<?php

declare(strict_types=1);

namespace App;

final readonly class Arrival
{
    private const int LATE_SECONDS = 60;
    // D, because $ also matches before a line feed at the end.
    private const string LINE =
        '/^((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]) (T[0-9]{1,3}) (-?[0-9]{1,4}) ([^ ](?:.*[^ ])?)$/sD';

    private function __construct(
        public string $time,
        public string $tram,
        public int $delay,
        public string $stop,
    ) {
    }

    /** Null when the line is bad. */
    public static function parse(string $line): ?self
    {
        if (preg_match(self::LINE, $line, $parts) !== 1) {
            return null;
        }
        [, $time, $tram, $delay, $stop] = $parts;
        return new self($time, $tram, (int) $delay, $stop);
    }

    /** By which a repetition is known. */
    public function key(): string
    {
        return "$this->time $this->tram $this->stop";
    }

    public function isLate(): bool
    {
        return $this->delay > self::LATE_SECONDS;
    }

    public function __toString(): string
    {
        return "$this->delay $this->tram $this->time $this->stop";
    }
}

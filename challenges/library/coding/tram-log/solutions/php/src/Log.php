<?php

declare(strict_types=1);

namespace App;

/** What there is to say of the lines so far. */
final class Log
{
    /** @var array<string, true> */
    private array $arrivals = [];
    /** @var array<Stop> by their names */
    private array $stops = [];
    private int $repeated = 0;
    private int $bad = 0;
    private ?Arrival $worst = null;

    public function read(string $line): void
    {
        if ($line === '' || str_starts_with($line, '#')) {
            return;
        }
        $arrival = Arrival::parse($line);
        if ($arrival === null) {
            $this->bad++;
        } elseif (isset($this->arrivals[$arrival->key()])) {
            $this->repeated++;
        } else {
            $this->add($arrival);
        }
    }

    /** @return list<string> */
    public function report(): array
    {
        $stops = $this->stops;
        usort($stops, Stop::mostLateFirst(...));
        return [
            'arrivals ' . count($this->arrivals),
            "repeated $this->repeated",
            "bad $this->bad",
            'worst ' . ($this->worst ?? 'none'),
            ...array_map(strval(...), $stops),
        ];
    }

    private function add(Arrival $arrival): void
    {
        $this->arrivals[$arrival->key()] = true;
        if ($this->worst === null || $arrival->delay > $this->worst->delay) {
            $this->worst = $arrival;
        }
        $this->stops[$arrival->stop] ??= new Stop($arrival->stop);
        $this->stops[$arrival->stop]->count($arrival);
    }
}

<?php

declare(strict_types=1);

namespace App;

use RuntimeException;

/** The message is for the client. */
final class Refused extends RuntimeException
{
    public function __construct(public readonly int $status, string $message)
    {
        parent::__construct($message);
    }
}

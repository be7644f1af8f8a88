<?php

declare(strict_types=1);

require __DIR__ . '/src/Arrival.php';
require __DIR__ . '/src/Stop.php';
require __DIR__ . '/src/Log.php';

use App\Log;

$log = new Log();
foreach (explode("\n", stream_get_contents(STDIN)) as $line) {
    $log->read(str_ends_with($line, "\r") ? substr($line, 0, -1) : $line);
}
echo implode("\n", $log->report()), "\n";

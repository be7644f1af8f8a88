<?php

declare(strict_types=1);

// Every request comes here, in one of several processes. A variable lives only as long as its request; what the processes must
// know of one another belongs in Redis, for which the extension redis is there, or in APCu (apcu_add, apcu_cas, apcu_inc, …).

// Windows in seconds; alone is the limit while Redis is away.
const RULES = [
    'pictures' => ['limit' => 20, 'window' => 3600, 'mostAtOnce' => 5, 'alone' => 5],
    'feeding' => ['limit' => 100, 'window' => 3600, 'mostAtOnce' => 20, 'alone' => 20],
    'live' => ['limit' => 1, 'window' => 1, 'mostAtOnce' => 1, 'alone' => 1],
];

$redisUrl = getenv('REDIS_URL') ?: 'redis://127.0.0.1:6379';
$method = $_SERVER['REQUEST_METHOD'];
$path = strtok($_SERVER['REQUEST_URI'], '?');

try {
    $body = json_decode(file_get_contents('php://input'), true, 64, JSON_THROW_ON_ERROR);
    answer(501, ['error' => 'This gate decides nothing yet.']);
} catch (JsonException) {
    answer(400, ['error' => 'The body is not JSON.']);
}

function answer(int $status, array $body, array $headers = []): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    foreach ($headers as $name => $value) {
        header("$name: $value");
    }
    echo json_encode($body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
}

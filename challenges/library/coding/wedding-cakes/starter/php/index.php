<?php

declare(strict_types=1);

// Every request comes here, in one of several processes. A variable lives only as long as its request; what the next one
// must know belongs in a file (flock lets one process at a time have it), or in APCu, which all processes share.

$paymentsUrl = getenv('PAYMENTS_URL');
$paymentsSecret = getenv('PAYMENTS_SECRET');

$method = $_SERVER['REQUEST_METHOD'];
$path = strtok($_SERVER['REQUEST_URI'], '?');
$body = file_get_contents('php://input');

answer(501, ['error' => 'This service does nothing yet.']);

function answer(int $status, ?array $body): void
{
    http_response_code($status);
    if ($body !== null) {
        header('Content-Type: application/json');
        echo json_encode($body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
    }
}

<?php

declare(strict_types=1);

// Every request comes here, in one of several processes. A variable lives only as long as its request; what the next one
// must know belongs in APCu (apcu_add, apcu_inc, …), which all processes share, or in a file.

$method = $_SERVER['REQUEST_METHOD'];
$path = strtok($_SERVER['REQUEST_URI'], '?');
$body = file_get_contents('php://input');

answer(501, ['error' => 'This service does nothing yet.']);

function answer(int $status, array $body, array $headers = []): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    foreach ($headers as $name => $value) {
        header("$name: $value");
    }
    echo json_encode($body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
}

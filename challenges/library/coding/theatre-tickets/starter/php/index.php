<?php

declare(strict_types=1);

const KEY = 'the-show-must-go-on-but-nobody-gets-in-for-free';
const DIRECTOR = ['username' => 'director', 'password' => 'Curtain-up-at-8'];

// Every request comes here, in one of several processes. A variable lives only as long as its request; what the next one
// must know belongs in APCu (apcu_add, apcu_cas, …), which all processes share, or in a file.

$method = $_SERVER['REQUEST_METHOD'];
$path = strtok($_SERVER['REQUEST_URI'], '?');
$authorization = $_SERVER['HTTP_AUTHORIZATION'] ?? '';

if ("$method $path" === 'POST /users') {
    $fields = body(); // null when it is not JSON
}
answer(501, ['error' => 'This service does nothing yet.']);

/** Objects become arrays with the fields' names as keys. */
function body(): mixed
{
    return json_decode(file_get_contents('php://input'), associative: true);
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

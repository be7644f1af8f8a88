<?php

declare(strict_types=1);

// Every request comes here, in one of 16 processes. There is no start at which a migration could run: let the first request do it,
// and note in APCu (apcu_add) that it is done. APCu is empty again after a restart, so a migration must bear to find its work done.

$database = new PDO(
    sprintf('pgsql:host=%s;port=%s;dbname=%s', getenv('PGHOST'), getenv('PGPORT'), getenv('PGDATABASE')),
    getenv('PGUSER'),
    getenv('PGPASSWORD'),
    [
        // The process keeps its connection for the next request.
        PDO::ATTR_PERSISTENT => true,
        PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_ASSOC,
    ],
);

$method = $_SERVER['REQUEST_METHOD'];
$path = strtok($_SERVER['REQUEST_URI'], '?');
$parameters = $_GET;
// Null when it is not JSON.
$body = json_decode(file_get_contents('php://input'));

$cards = $database->query('select count(*) from postcards')->fetchColumn();
answer(501, ['error' => "This service does nothing yet with its $cards cards."]);

/** A body of null is none. */
function answer(int $status, ?array $body, array $headers = []): void
{
    http_response_code($status);
    foreach ($headers as $name => $value) {
        header("$name: $value");
    }
    if ($body !== null) {
        header('Content-Type: application/json');
        echo json_encode($body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
    }
}

<?php

declare(strict_types=1);

// Every request comes here, in one of several processes. A variable lives only as long as its request; what the next one
// must know belongs in a file (flock lets one process at a time have it), or in APCu, which all processes share.

$method = $_SERVER['REQUEST_METHOD'];
$path = strtok($_SERVER['REQUEST_URI'], '?');
$key = $_SERVER['HTTP_IDEMPOTENCY_KEY'] ?? null;

// The path of /accounts/a-17/deposits is ['accounts', 'a-17', 'deposits'].
$parts = explode('/', trim($path, '/'));
$id = $parts[1] ?? '';
if (isset($parts[1])) {
    $parts[1] = '{id}';
}

match ($method . ' /' . implode('/', $parts)) {
    'POST /accounts' => notYet('open', body()),
    'GET /accounts/{id}' => notYet("look at $id"),
    'GET /accounts/{id}/entries' => notYet("list the entries of $id"),
    'POST /accounts/{id}/deposits' => notYet("pay in to $id, key $key", body()),
    'POST /transfers' => notYet("transfer, key $key", body()),
    'POST /transfers/{id}/reversal' => notYet("reverse $id, key $key", body()),
    default => answer(404, ['error' => 'There is nothing here.']),
};

/** Objects become arrays with the fields' names as keys. */
function body(): mixed
{
    try {
        return json_decode(file_get_contents('php://input'), associative: true, flags: JSON_THROW_ON_ERROR);
    } catch (JsonException) {
        answer(400, ['error' => 'The body is not JSON.']);
        exit;
    }
}

function notYet(string $what, mixed $body = null): void
{
    answer(501, ['error' => "This service cannot do this yet: $what"]);
}

function answer(int $status, array $body): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
}

<?php

declare(strict_types=1);

// Every request comes here, in one of 16 processes. A variable lives only as long as its request.

$address = parse_url(getenv('REDIS_URL') ?: 'redis://127.0.0.1:6379');
$redis = new Redis();
// The process keeps its connection for the next request.
$redis->pconnect($address['host'], $address['port']);

$method = $_SERVER['REQUEST_METHOD'];
$path = strtok($_SERVER['REQUEST_URI'], '?');
$parameters = $_GET;
// Null when it is not JSON.
$body = json_decode(file_get_contents('php://input'));

if (preg_match('~\A/leagues/([^/]+)/nights/([^/]+)/(reports|ranking|standing)\z~', $path, $parts)) {
    [, $league, $night, $what] = $parts;
    answer(501, ['error' => "This service does nothing yet. Redis has {$redis->dbSize()} keys."]);
} else {
    answer(404, ['error' => 'There is nothing here.']);
}

function answer(int $status, array $body): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
}

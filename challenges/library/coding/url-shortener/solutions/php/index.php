<?php

declare(strict_types=1);

use App\Link;
use App\LinkRequest;
use App\Links;
use App\Refused;

require __DIR__ . '/vendor/autoload.php';

try {
    route($_SERVER['REQUEST_METHOD'], strtok($_SERVER['REQUEST_URI'], '?'), new Links());
} catch (Refused $refused) {
    answer($refused->status, ['error' => $refused->getMessage()]);
} catch (Throwable $broken) {
    error_log((string) $broken);
    answer(500, ['error' => 'Something broke here.']);
}

function route(string $method, string $path, Links $links): void
{
    if ($path === '/links') {
        requireMethod('POST', $method);
        create($links);
        return;
    }
    requireMethod('GET', $method);
    $isDetail = str_starts_with($path, '/links/');
    $code = substr($path, strlen($isDetail ? '/links/' : '/'));
    $link = $links->find($code) ?? throw new Refused(404, "There is no link $code.");
    if ($isDetail) {
        answer(200, json($link, $links));
    } else {
        redirect($link, $links);
    }
}

function create(Links $links): void
{
    $wanted = LinkRequest::parse(file_get_contents('php://input'));
    $link = $links->add($wanted) ?? throw new Refused(409, "The alias $wanted->alias is taken.");
    answer(201, json($link, $links), "/links/$link->code");
}

function redirect(Link $link, Links $links): void
{
    if ($link->hasExpired(new DateTimeImmutable())) {
        throw new Refused(410, "The link $link->code has expired.");
    }
    $links->hit($link);
    http_response_code(302);
    header("Location: $link->url");
}

function requireMethod(string $expected, string $method): void
{
    if ($method !== $expected) {
        throw new Refused(405, "Only $expected is possible here.");
    }
}

/** @return array<string, mixed> */
function json(Link $link, Links $links): array
{
    return ['code' => $link->code, 'url' => $link->url, 'hits' => $links->hits($link), 'expiresAt' => $link->expiresAt];
}

/** @param array<string, mixed> $body */
function answer(int $status, array $body, ?string $location = null): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    if ($location !== null) {
        header("Location: $location");
    }
    echo json_encode($body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE);
}

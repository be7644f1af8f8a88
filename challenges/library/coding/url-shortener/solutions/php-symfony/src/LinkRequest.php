<?php

declare(strict_types=1);

namespace App;

use JsonException;
use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;

/** What a client asks for, checked. */
final readonly class LinkRequest
{
    private const int MAX_URL = 2048;
    private const string RESERVED = 'links';

    private function __construct(public string $url, public ?string $alias, public ?string $expiresAt)
    {
    }

    public static function parse(string $body): self
    {
        try {
            $fields = json_decode($body, associative: true, flags: JSON_THROW_ON_ERROR);
        } catch (JsonException) {
            throw new BadRequestHttpException('The body is not JSON.');
        }
        // Objects and lists both become arrays; what it was can be told from how it begins.
        if (!str_starts_with(ltrim($body), '{')) {
            throw new BadRequestHttpException('The body must be a JSON object.');
        }
        return new self(
            self::url($fields['url'] ?? null),
            self::alias($fields['alias'] ?? null),
            self::instant($fields['expiresAt'] ?? null),
        );
    }

    private static function url(mixed $value): string
    {
        if (!is_string($value) || $value === '') {
            throw new BadRequestHttpException('The field url is missing, or is not text.');
        }
        if (strlen($value) > self::MAX_URL) {
            throw new BadRequestHttpException('The url has more than ' . self::MAX_URL . ' characters.');
        }
        if (!preg_match('/\A[\x21-\x7e]+\z/', $value)) {
            throw new BadRequestHttpException('The url has a space, a control character, or one that is not ASCII.');
        }
        if (!preg_match('~\Ahttps?://[^/?#]~i', $value) || !parse_url($value, PHP_URL_HOST)) {
            throw new BadRequestHttpException('The url must begin with http:// or https:// and a host.');
        }
        return $value;
    }

    private static function alias(mixed $value): ?string
    {
        if ($value === null) {
            return null;
        }
        if (!is_string($value) || !preg_match('/\A[A-Za-z0-9_-]{3,32}\z/', $value)) {
            throw new BadRequestHttpException('An alias has 3 to 32 of the characters A-Z, a-z, 0-9, _ and -.');
        }
        if ($value === self::RESERVED) {
            throw new BadRequestHttpException("The alias $value is reserved.");
        }
        return $value;
    }

    private static function instant(mixed $value): ?string
    {
        if ($value === null) {
            return null;
        }
        $form = '/\A(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z\z/';
        if (
            !is_string($value)
            || !preg_match($form, $value, $parts)
            || !checkdate((int) $parts[2], (int) $parts[3], (int) $parts[1])
        ) {
            throw new BadRequestHttpException('The field expiresAt must be an instant such as 2031-09-01T00:00:00Z.');
        }
        return $value;
    }
}

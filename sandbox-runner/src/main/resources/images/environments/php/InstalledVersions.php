<?php

declare(strict_types=1);

namespace Composer;

/** What Symfony asks about packages. Composer has installed none; what is here came with Debian. */
final class InstalledVersions
{
    public static function isInstalled(string $package, bool $includeDevRequirements = true): bool
    {
        return false;
    }

    public static function getVersion(string $package): ?string
    {
        return null;
    }

    public static function getPrettyVersion(string $package): ?string
    {
        return null;
    }
}

<?php

// What vendor/autoload.php comes to: classes of the workspace as its composer.json says, App\ in src/ by default, and those of
// Debian's packages, whose folders are named like the namespaces.

declare(strict_types=1);

return static function (string $root): void {
    $libraries = '/usr/share/php/';

    $composer = is_file("$root/composer.json") ? json_decode((string) file_get_contents("$root/composer.json"), true) : null;
    $own = $composer['autoload']['psr-4'] ?? ['App\\' => 'src/'];
    krsort($own); // the longer of two prefixes goes first
    spl_autoload_register(static function (string $class) use ($root, $own): void {
        foreach ($own as $prefix => $folders) {
            if (!str_starts_with($class, $prefix)) {
                continue;
            }
            foreach ((array) $folders as $folder) {
                $file = $root . '/' . trim($folder, '/') . '/' . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
                if (is_file($file)) {
                    require $file;
                    return;
                }
            }
        }
    });
    foreach ($composer['autoload']['files'] ?? [] as $file) {
        require_once "$root/$file";
    }

    $irregular = require __DIR__ . '/irregular.php';
    spl_autoload_register(static function (string $class) use ($libraries, $irregular): void {
        $file = $irregular[strtolower($class)] ?? $libraries . strtr($class, '\\', '/') . '.php';
        if (!is_file($file)) {
            return;
        }
        require $file;
        // Laravel's functions have no namespace. They must not be in the way of those who do not use Laravel.
        if (str_starts_with($class, 'Illuminate\\')) {
            require_once $libraries . 'Illuminate/Collections/helpers.php';
            require_once $libraries . 'Illuminate/Events/functions.php';
            require_once $libraries . 'Illuminate/Filesystem/functions.php';
            require_once $libraries . 'Illuminate/Foundation/helpers.php';
            require_once $libraries . 'Illuminate/Support/helpers.php';
        }
    });
    require_once $libraries . 'FastRoute/functions.php';
    require_once $libraries . 'GuzzleHttp/functions_include.php';
    require_once $libraries . 'Ramsey/Uuid/functions.php';
    require_once $libraries . 'Symfony/Component/Clock/Resources/now.php';
    require_once $libraries . 'Symfony/Component/String/Resources/functions.php';
    require_once $libraries . 'Symfony/Contracts/Deprecation/function.php';
};

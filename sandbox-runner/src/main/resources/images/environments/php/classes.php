<?php

// Prints, as PHP, where those classes lie that autoload.php would not find by their names.

declare(strict_types=1);

const LIBRARIES = '/usr/share/php/';

/** @return list<string> the names of the classes, interfaces, traits and enums that a file declares */
function declared(string $file): array
{
    $names = [];
    $namespace = '';
    $before = null;
    $tokens = array_values(array_filter(
        PhpToken::tokenize((string) file_get_contents($file)),
        static fn (PhpToken $token): bool => !$token->isIgnorable(),
    ));
    foreach ($tokens as $i => $token) {
        $next = $tokens[$i + 1] ?? null;
        if ($token->is(T_NAMESPACE) && $next?->is([T_STRING, T_NAME_QUALIFIED])) {
            $namespace = $next->text . '\\';
        }
        if ($token->is([T_CLASS, T_INTERFACE, T_TRAIT, T_ENUM]) && $next?->is(T_STRING) && !$before?->is(T_DOUBLE_COLON)) {
            $names[] = $namespace . $next->text;
        }
        $before = $token;
    }
    return $names;
}

$files = new RecursiveIteratorIterator(
    new RecursiveDirectoryIterator(LIBRARIES, FilesystemIterator::FOLLOW_SYMLINKS | FilesystemIterator::SKIP_DOTS),
);
$irregular = [];
foreach ($files as $path => $file) {
    if ($file->getExtension() !== 'php') {
        continue;
    }
    foreach (declared($path) as $name) {
        if (!is_file(LIBRARIES . strtr($name, '\\', '/') . '.php')) {
            $irregular[strtolower($name)][$path] = $path;
        }
    }
}
// What several files declare is one thing or the other by conditions that only the library itself knows.
$irregular = array_map(reset(...), array_filter($irregular, static fn (array $paths): bool => count($paths) === 1));
$irregular['composer\\installedversions'] = __DIR__ . '/InstalledVersions.php';
ksort($irregular);
echo '<?php return ' . var_export($irregular, true) . ";\n";

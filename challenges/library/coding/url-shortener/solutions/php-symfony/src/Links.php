<?php

declare(strict_types=1);

namespace App;

use PDO;

/** All links, in a file that the processes share. Each change is one statement, so that none comes between its parts. */
final class Links
{
    private readonly PDO $database;

    public function __construct(string $file)
    {
        $this->database = new PDO("sqlite:$file", options: [PDO::ATTR_TIMEOUT => 5]);
        $this->database->exec(<<<'SQL'
            PRAGMA synchronous = OFF;
            CREATE TABLE IF NOT EXISTS link (
              code TEXT PRIMARY KEY, url TEXT NOT NULL, hits INTEGER NOT NULL, expires_at TEXT
            ) WITHOUT ROWID;
            SQL);
    }

    public function find(string $code): ?Link
    {
        $select = $this->database->prepare('SELECT code, url, hits, expires_at FROM link WHERE code = ?');
        $select->execute([$code]);
        $row = $select->fetch(PDO::FETCH_NUM);
        return $row === false ? null : new Link(...$row);
    }

    /** The new link, or null when the alias is taken. */
    public function add(LinkRequest $wanted): ?Link
    {
        if ($wanted->alias !== null) {
            return $this->insert(new Link($wanted->alias, $wanted->url, 0, $wanted->expiresAt));
        }
        do {
            $code = strtr(base64_encode(random_bytes(6)), '+/', '-_');
            $link = $this->insert(new Link($code, $wanted->url, 0, $wanted->expiresAt));
        } while ($link === null);
        return $link;
    }

    public function hit(Link $link): void
    {
        $this->database->prepare('UPDATE link SET hits = hits + 1 WHERE code = ?')->execute([$link->code]);
    }

    private function insert(Link $link): ?Link
    {
        $insert = $this->database->prepare('INSERT INTO link VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
        $insert->execute([$link->code, $link->url, $link->hits, $link->expiresAt]);
        return $insert->rowCount() === 1 ? $link : null;
    }
}

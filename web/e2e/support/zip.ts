import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Files } from './challenge';

const TEMPLATE = resolve(import.meta.dirname, '../../../challenges/template');

/** The package that `./assay new` makes, below a folder of this name, with some files changed. */
export function packageFiles(folder: string, changed: Files = {}): Files {
  const files = Object.fromEntries(
    filesBelow(TEMPLATE).map((path) => [relative(TEMPLATE, path), readFileSync(path, 'utf8')]),
  );
  return Object.fromEntries(
    Object.entries({ ...files, ...changed }).map(([path, text]) => [`${folder}/${path}`, text]),
  );
}

/** A zip file with uncompressed entries, whatever their names. */
export function zip(files: Files): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const data = Buffer.from(text);
    // Version, flags (UTF-8), method, time and date; checksum and sizes; lengths of name and extra fields.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(1 << 11, 2);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    const local = Buffer.concat([number(0x04034b50), common, name, data]);
    centrals.push(Buffer.concat([number(0x02014b50), common.subarray(0, 2), common, rest, name]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(centrals.length, 4);
  end.writeUInt16LE(centrals.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, number(0x06054b50), end]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

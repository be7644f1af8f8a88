import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const { ASSAY_JAR, JAVA_HOME } = process.env;
const JAR = ASSAY_JAR ?? join(ROOT, 'api/target/api-0.1.0-SNAPSHOT.jar');
const START_MILLIS = 120_000;

export interface FirstStart {
  email: string;
  password: string;
  link: string;
}

/** The packaged application in a process of its own, with a data folder of its own, on a free port. */
export class Server {
  readonly url: string;
  readonly #port: number;
  readonly #folder: string;
  #process: ChildProcess | undefined;
  #printed = '';
  #first: FirstStart | undefined;

  private constructor(port: number) {
    this.#port = port;
    this.url = `http://localhost:${port}`;
    this.#folder = mkdtempSync(join(tmpdir(), 'assay-e2e-'));
  }

  static async start(): Promise<Server> {
    if (!existsSync(JAR)) {
      throw new Error(`${JAR} is missing. Build it first: mvn package -pl api -am -DskipTests`);
    }
    const server = new Server(await freePort());
    await server.up();
    return server;
  }

  /** Starts the process, again on the same port and data after it was killed. */
  async up(): Promise<void> {
    this.#printed = '';
    const child = spawn(
      join(javaHome(), 'bin/java'),
      [
        '-Xmx768m',
        '-XX:+UseSerialGC',
        '-XX:TieredStopAtLevel=1',
        '--enable-native-access=ALL-UNNAMED',
        '--sun-misc-unsafe-memory-access=allow',
        '-jar',
        JAR,
        `--assay.port=${this.#port}`,
        `--assay.data-folder=${join(this.#folder, 'data')}`,
        `--assay.runner.cache=${join(this.#folder, 'cache')}`,
      ],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#process = child;
    await new Promise<void>((ready, failed) => {
      const patience = setTimeout(
        () => failed(new Error(`Not ready after ${START_MILLIS} ms. It printed: ${this.#printed}`)),
        START_MILLIS,
      );
      const read = (chunk: Buffer) => {
        this.#printed += chunk.toString('utf8');
        // The frame is printed as a whole; its lower edge is its end.
        if (this.#printed.includes('Assay is ready at') && this.#printed.includes('└')) {
          clearTimeout(patience);
          ready();
        }
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => {
        clearTimeout(patience);
        failed(new Error(`It ended with ${String(code)} and printed: ${this.#printed}`));
      });
    });
  }

  /** What the first start told the operator; later starts do not repeat it. */
  firstStart(): FirstStart {
    this.#first ??= {
      email: this.#find(/Sign in as\s+(\S+)/),
      password: this.#find(/Password\s+(\S+)/),
      link: this.#find(/(https?:\/\/\S+\/take\/\S+)/),
    };
    return this.#first;
  }

  /** As a power cut would: no time to write anything down. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    if (child?.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await ended;
  }

  #find(pattern: RegExp): string {
    const found = pattern.exec(this.#printed)?.[1];
    if (found === undefined) {
      throw new Error(`Nothing like ${String(pattern)} was printed: ${this.#printed}`);
    }
    return found;
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => found(port));
    });
  });
}

function javaHome(): string {
  const installed = '/usr/lib/jvm';
  const candidates = [
    JAVA_HOME ?? '',
    ...(existsSync(installed) ? readdirSync(installed).map((name) => join(installed, name)) : []),
  ];
  const home = candidates.find((folder) => {
    const release = join(folder, 'release');
    return (
      existsSync(release) && /JAVA_VERSION="(2[5-9]|[3-9]\d)/.test(readFileSync(release, 'utf8'))
    );
  });
  if (home === undefined) {
    throw new Error('No JDK 25 or newer was found in JAVA_HOME or /usr/lib/jvm.');
  }
  return home;
}

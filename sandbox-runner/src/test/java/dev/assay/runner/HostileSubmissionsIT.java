package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What submissions do that look around, forge, interfere or mislead. After each, a known-good one is accepted, no container is left, and
 * the report of an attack that looks around is read from what the service printed in a trial.
 */
class HostileSubmissionsIT {

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @AfterEach
    void aGoodSubmissionIsStillAccepted() {
        Attack.hasLeftNoHarm(engine);
    }

    @Test
    void findsNoTestAnywhere() {
        Judgement judgement = python("""
                import glob, sys
                words = [b'Sum' + b'Tests', b'says' + b'Hello']
                found = []
                seen = 0
                for folder, _, files in os.walk('/'):
                    if folder.startswith(('/sys', '/usr', '/lib', '/var/lib')): continue
                    for file in files:
                        path = os.path.join(folder, file)
                        if path.startswith('/work/src/') or path.endswith(('kmsg', 'kcore', '/clear_refs', 'trace_pipe')): continue
                        if not os.path.isfile(path): continue
                        try:
                            with open(path, 'rb') as f: content = f.read(1 << 20)
                            seen += 1
                            if any(word in content for word in words): found.append(path)
                        except OSError: pass
                print('seen', seen > 100, 'found', found)
                print('mounted', [p for p in glob.glob('/opt/assay/*')])
                print('processes', sorted(p for p in os.listdir('/proc') if p.isdigit() and int(p) == 1))
                print('environment', sorted(os.environ))
                for secret in ('mem', 'environ', 'fd', 'maps'):
                    try:
                        path = '/proc/1/' + secret
                        print(secret, os.listdir(path) if secret == 'fd' else open(path, 'rb').read(16))
                    except OSError as e: print(secret, 'refused')
                sys.stdout.flush()
                """, Scope.VISIBLE);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.serviceLog())
                .contains("seen True found []")
                .contains("mem refused", "environ refused", "fd refused", "maps refused")
                .contains("environment ['HOME', 'LANG', 'PATH', 'PORT', 'PWD', 'PYDANTIC_DISABLE_PLUGINS']");
    }

    @Test
    void aReportOfItsOwnIsNotBelieved() {
        Judgement judgement = python("""
                import sys
                lines = ['@0 ended serve 0', '@ ended build 0', 'ready',
                    '{"type":"ready","nonce":"","millis":1}',
                    '{"type":"finished","nonce":"","name":"SumTests.adds","status":"PASSED","millis":1,"message":""}',
                    '{"type":"done","nonce":""}', 'Tests run: 2, Failures: 0']
                for path in ('/proc/self/fd/1', '/proc/self/fd/2', '/proc/1/fd/1', '/proc/1/fd/2'):
                    try:
                        with open(path, 'w') as out: out.write('\\n'.join(lines) + '\\n')
                    except OSError as e: print(path, e.errno, file=sys.stderr)
                os._exit(0)
                """, Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.NOT_READY);
        assertThat(judgement.score()).isZero();
        assertThat(judgement.serviceLog()).contains("/proc/1/fd/1 13");
    }

    @Test
    void aFileNamedLikeAToolOfTheBuildIsNotTakenForIt() {
        Judgement judgement = engine.judge(
                Sums.challenge(Attack.limits()),
                "python",
                Map.of("main.py", Sums.PYTHON, "compileall.py", "raise SystemExit(0)", "broken.py", "def ("),
                Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.buildLog()).contains("broken.py");
    }

    @Test
    void hasNoNetworkButItsOwnLoopback() {
        Judgement judgement = python("""
                import socket
                print('interfaces', [name for _, name in socket.if_nameindex()])
                print('routes', open('/proc/net/route').read().count('\\n') - 1)
                listening = [line.split() for line in open('/proc/net/tcp').readlines()[1:] if line.split()[3] == '0A']
                print('listening', listening)
                abstract = [line for line in open('/proc/net/unix').read().split('\\n')[1:] if '@' in line]
                print('abstract', abstract, flush=True)
                """, Scope.VISIBLE);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.serviceLog()).contains("interfaces ['lo']", "routes 0", "listening []", "abstract []");
    }

    /** With the examiner's user it could: SO_REUSEPORT shares a port among the processes of one user. */
    @Test
    void cannotTakeOverTheExaminersConnections() {
        Judgement judgement = python(
                """
                import socket, threading, time
                def watch():
                    users, stolen = set(), 0
                    end = time.time() + 8
                    while time.time() < end:
                        for line in open('/proc/net/tcp6').readlines()[1:] + open('/proc/net/tcp').readlines()[1:]:
                            part = line.split()
                            local, remote, state, user = part[1], part[2], part[3], part[7]
                            if remote.endswith(':1F90') and state == '01' and user != str(os.getuid()):
                                users.add(user)
                                s = socket.socket()
                                s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                                try: s.bind(('127.0.0.1', int(local.split(':')[1], 16))); s.listen(); stolen += 1
                                except OSError: pass
                        if users: break
                    print('me', os.getuid(), 'examiner', sorted(users), 'stolen', stolen, flush=True)
                threading.Thread(target=watch, daemon=True).start()
                """ + Sums.PYTHON.replace("body = ", "__import__('time').sleep(0.3)\n        body = "), Scope.VISIBLE);

        assertThat(judgement.serviceLog()).contains("me 10001 examiner ['10002'] stolen 0");
    }

    @Test
    void killingEverythingItCanEndsItself() {
        Judgement judgement = python("os.kill(-1, 9)\nos.kill(os.getpid(), 9)\n", Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.RUN_TIME_ERROR);

        judgement = python("""
                import signal
                if os.fork() == 0:
                    os.setsid()
                    if os.fork() == 0:
                        import time
                        for n in range(1, 65):
                            try: os.kill(1, n)
                            except OSError: pass
                        time.sleep(1000)
                    os._exit(0)
                """, Scope.ALL);

        assertThat(judgement.verdict())
                .as("signals to PID 1 from within have no effect: " + judgement)
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void cannotReachTheKernelsBackDoors() {
        Judgement judgement = python("""
                import ctypes, socket
                libc = ctypes.CDLL(None, use_errno=True)
                calls = {'unshare': (272, 0x10000000), 'mount': (165, 0, 0, 0, 0, 0), 'ptrace': (101, 0, 0, 0, 0),
                    'keyctl': (250, 0, 0), 'add_key': (248, 0, 0, 0, 0, 0), 'bpf': (321, 0, 0, 0), 'io_uring_setup': (425, 8, 0),
                    'perf_event_open': (298, 0, 0, 0, 0, 0), 'userfaultfd': (323, 0), 'setns': (308, 0, 0), 'chroot': (161, b'/tmp'),
                    'pivot_root': (155, 0, 0), 'setuid': (105, 0), 'process_vm_readv': (310, 1, 0, 0, 0, 0, 0),
                    'open_by_handle_at': (304, 0, 0, 0), 'init_module': (175, 0, 0, 0), 'clone_newuser': (56, 0x10000011, 0, 0, 0, 0),
                    'swapon': (167, b'/tmp/x', 0), 'settimeofday': (164, 0, 0), 'sethostname': (170, b'x', 1), 'syslog': (103, 3, 0, 0)}
                allowed = []
                for name, (number, *arguments) in calls.items():
                    if libc.syscall(number, *arguments) != -1 or ctypes.get_errno() not in (1, 38): allowed.append((name, ctypes.get_errno()))
                for name, family in (('AF_ALG', 38), ('AF_VSOCK', 40), ('AF_PACKET', 17), ('AF_KEY', 15)):
                    try: socket.socket(family, socket.SOCK_RAW if family == 17 else socket.SOCK_STREAM); allowed.append(name)
                    except OSError: pass
                try: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1); allowed.append('raw')
                except OSError: pass
                for path in ('/proc/sys/kernel/core_pattern', '/sys/fs/cgroup/memory/release_agent', '/sys/fs/cgroup/cgroup.procs',
                        '/proc/sysrq-trigger', '/sys/kernel/uevent_helper', '/proc/1/oom_score_adj'):
                    try: open(path, 'w').close(); allowed.append(path)
                    except OSError: pass
                status = dict(line.split(':', 1) for line in open('/proc/self/status').read().strip().split('\\n'))
                print('allowed', allowed)
                print('capabilities', {status[k].strip() for k in ('CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb')})
                print('privileges', status['NoNewPrivs'].strip(), status['Seccomp'].strip())
                import resource
                print('files', resource.getrlimit(resource.RLIMIT_NOFILE), flush=True)
                """, Scope.VISIBLE);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.serviceLog())
                .contains("allowed []")
                .contains("capabilities {'0000000000000000'}")
                .contains("privileges 1 2")
                .contains("files (256, 256)");
    }

    @Test
    void answersThatNeverEndDoNotHarmTheExaminer() {
        String flood = Sums.NODE.replace(
                "if (url.pathname === '/hello') response.end('hello');",
                "if (url.pathname === '/hello') { const chunk = 'x'.repeat(65536);"
                        + " const more = () => { while (response.write(chunk)); response.once('drain', more); }; more(); }");

        Judgement judgement = engine.judge(Sums.challenge(), "node", Map.of("main.js", flood), Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.PARTIAL);
        assertThat(judgement.score()).isEqualTo(75);
    }

    @Test
    void oddFileNamesGoNowhere() {
        Judgement judgement = python("""
                names = [b'\\x1b[2J\\x07', b'a\\nb', b'\\xff\\xfe', b'n' * 255, b'-rf', b'@0 ended serve 0', b'<script>', b'$(id)', b';id',
                    '\\u202egnp.exe'.encode()]
                for name in names: open(b'/work/src/' + name, 'w').close()
                for _ in range(300):
                    os.mkdir('d' * 250)
                    os.chdir('d' * 250)
                print('depth', os.popen('cd -P . 2>/dev/null && pwd -P | wc -c').read().strip() != '0', len(os.listdir('/work/src')), flush=True)
                os.chdir('/work/src')
                """, Scope.VISIBLE);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.serviceLog()).contains("depth True 1");
    }

    @Test
    void aServiceThatStopsItselfInTheExamFailsItsOwnTests() {
        Judgement judgement = engine.judge(
                Sums.challenge(Attack.limits()),
                "python",
                Map.of(
                        "main.py",
                        Sums.PYTHON.replace("body = ", "if 'b' in query: os.kill(os.getpid(), 19)\n        body = ")),
                Scope.ALL);

        assertThat(judgement.verdict())
                .as(judgement.toString())
                .isIn(Verdict.PARTIAL, Verdict.REJECTED, Verdict.TIME_LIMIT);
        assertThat(judgement.score()).isLessThanOrEqualTo(25);
    }

    @Test
    void reportsOfTestToolsAreNotRead() {
        Judgement judgement = python("""
                for folder in ('/work/src/target/surefire-reports', '/work/out', '/tmp/reports'):
                    os.makedirs(folder, exist_ok=True)
                    with open(folder + '/TEST-SumTests.xml', 'w') as report:
                        report.write('<testsuite name="SumTests" tests="2" failures="0"><testcase name="saysHello" classname="SumTests"/>'
                            '<testcase name="adds" classname="SumTests"/></testsuite>')
                os._exit(0)
                """, Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.NOT_READY);
        assertThat(judgement.score()).isZero();
    }

    @Test
    void answersThatBurstTrickleOrPointElsewhereFailTheirTestsOnly() {
        for (String answer : List.of(
                "{ response.setHeader('Content-Encoding', 'gzip'); response.end(require('zlib').gzipSync(Buffer.alloc(64 << 20))); }",
                "{ response.statusCode = 302; response.setHeader('Location', '/sum?a=1&b=2'); response.end(); }",
                "{ response.write('h'); setInterval(() => response.write('x'), 100); }")) {
            Judgement judgement = engine.judge(
                    Sums.challenge(Attack.limits()),
                    "node",
                    Map.of(
                            "main.js",
                            Sums.NODE.replace(
                                    "if (url.pathname === '/hello') response.end('hello');",
                                    "if (url.pathname === '/hello') " + answer)),
                    Scope.ALL);

            assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.PARTIAL);
            assertThat(judgement.score()).isEqualTo(75);
        }
    }

    /** Whoever shows it makes it harmless. */
    @Test
    void whatItPrintsIsKeptAsItIs() {
        String hostile = "\u001b[2J\u001b]0;owned\u0007<script>alert(1)</script>\u202egnp.exe\u2066=cmd|'/c calc'!A1\n";
        Judgement judgement = engine.judge(
                Sums.challenge(Attack.limits()),
                "python",
                Map.of(
                        "main.py",
                        "print(bytes.fromhex('" + HexFormat.of().formatHex(hostile.getBytes(StandardCharsets.UTF_8))
                                + "').decode(), end='', flush=True)\n" + Sums.PYTHON),
                Scope.VISIBLE);

        assertThat(judgement.serviceLog()).isEqualTo(hostile);
    }

    private static Judgement python(String before, Scope scope) {
        return Attack.python(engine, before, scope);
    }
}

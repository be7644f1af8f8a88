# Puts a program that reads stdin and writes stdout behind HTTP, so that judging has one protocol. Its argument is the shell
# script that becomes the program. Listens on 127.0.0.1:$PORT; each request is one run:
#
#   POST /run
#   Content-Length: BYTES            of the body, which is the program's standard input
#   Assay-Limit-Millis: MILLIS       of wall time; 10000 without it
#
# The answer is 200 with what the program wrote, standard output first, then standard error, both as bytes:
#
#   Assay-End                        exit, signal, time (it was killed at the limit) or output (it wrote too much, and was killed)
#   Assay-Status                     the exit status or the signal's number
#   Assay-Stdout-Bytes               of the body, at most 1 MiB
#   Assay-Stderr-Bytes               of the body, at most 64 KiB; what comes after that is thrown away
#   Assay-Stderr-Cut                 1 when there was more
#   Assay-Wall-Millis, Assay-Cpu-Millis
#
# Every process of a run is gone before its answer. Only what the base image has is used here: no environment needs anything.
use strict;
use warnings;
use Errno;
use Fcntl;
use POSIX ();
use Socket;

use constant {
    STDOUT_BYTES => 1024 * 1024,
    STDERR_BYTES => 64 * 1024,
    PIECE        => 64 * 1024,
    HEAD_BYTES   => 16 * 1024,
    LIMIT_MILLIS => 10_000,
    # The first runs' standard error is repeated on ours, for a person who looks for a mistake; too little to fill a log.
    TOLD_RUNS  => 10,
    TOLD_BYTES => 1024,
};
use constant TICKS => POSIX::sysconf(POSIX::_SC_CLK_TCK());

my $script = shift // die "usage: program.pl SCRIPT\n";
my $port = delete $ENV{PORT} // die "PORT is not set\n";

$SIG{PIPE} = 'IGNORE';    # a program that does not read its input must not end us
$SIG{CHLD} = 'IGNORE';    # the kernel collects the processes of finished requests

socket(my $server, PF_INET, SOCK_STREAM, 0) or die "socket: $!\n";
setsockopt($server, SOL_SOCKET, SO_REUSEADDR, 1);
bind($server, pack_sockaddr_in($port, INADDR_LOOPBACK)) or die "bind to port $port: $!\n";
listen($server, 128) or die "listen: $!\n";

for (my $number = 1 ; ; $number++) {
    my $connection;
    pause(0.02) until accept($connection, $server);
    my $process;
    # Runs that end make room, when there are as many processes as there may be.
    for (1 .. 100) {
        last if defined($process = fork);
        pause(0.02);
    }
    if (!defined $process) {
        answer($connection, '503 Service Unavailable', 'Content-Type' => 'text/plain', \"There are too many processes.\n");
    }
    elsif ($process == 0) {
        close $server;
        serve($connection, $number);
        POSIX::_exit(0);
    }
    close $connection;
}

sub serve {
    my ($connection, $number) = @_;
    my $head = '';
    until ($head =~ /\r\n\r\n/) {
        my $read = sysread($connection, $head, 8192, length $head);
        next if !defined $read && $!{EINTR};
        return if !$read || length $head > HEAD_BYTES;
    }
    ($head, my $body) = split /\r\n\r\n/, $head, 2;
    my ($line, @headers) = split /\r\n/, $head;
    my %header = map { /^([^:]+):\s*(.*?)\s*$/ ? (lc $1, $2) : () } @headers;
    my $length = $header{'content-length'} // 0;
    my $limit  = $header{'assay-limit-millis'} // LIMIT_MILLIS;
    if ($line !~ m{^POST /run HTTP/1\.[01]$} || "$length $limit" !~ /^\d{1,12} \d{1,9}$/ || $header{'transfer-encoding'}) {
        my $text = "POST /run with a Content-Length runs the program; this was: $line\n";
        answer($connection, '400 Bad Request', 'Content-Type' => 'text/plain', \$text);
        return;
    }
    my $run = run($connection, $body, $length - length $body, $limit / 1000);
    return if !$run;
    if ($number <= TOLD_RUNS && length $run->{stderr}) {
        my $told = substr $run->{stderr}, 0, TOLD_BYTES;
        $told .= "\n" if $told !~ /\n\z/;
        syswrite STDERR, $told;
    }
    answer(
        $connection, '200 OK',
        'Content-Type'       => 'application/octet-stream',
        'Assay-End'          => $run->{end},
        'Assay-Status'       => $run->{status},
        'Assay-Stdout-Bytes' => length $run->{stdout},
        'Assay-Stderr-Bytes' => length $run->{stderr},
        'Assay-Stderr-Cut'   => $run->{cut},
        'Assay-Wall-Millis'  => $run->{wall},
        'Assay-Cpu-Millis'   => $run->{cpu},
        \($run->{stdout} . $run->{stderr}));
}

# One run; nothing when the client has gone. The input is passed on as it comes and never held as a whole.
sub run {
    my ($connection, $input, $unread, $limit) = @_;
    my $status;
    $SIG{CHLD} = sub { };    # interrupts the wait for input and output
    adopt_orphans();
    pipe(my $stdin_end, my $stdin)   or return;
    pipe(my $stdout, my $stdout_end) or return;
    pipe(my $stderr, my $stderr_end) or return;
    my $begin = seconds();
    my $program = fork // return;
    if ($program == 0) {
        POSIX::setsid();
        $SIG{$_} = 'DEFAULT' for qw(PIPE CHLD);
        POSIX::dup2(fileno $stdin_end,  0);
        POSIX::dup2(fileno $stdout_end, 1);
        POSIX::dup2(fileno $stderr_end, 2);
        exec '/bin/sh', '-c', $script or POSIX::_exit(127);
    }
    close $_ for $stdin_end, $stdout_end, $stderr_end;
    fcntl($_, F_SETFL, O_NONBLOCK) for $connection, $stdin, $stdout, $stderr;

    my %run = (stdout => '', stderr => '', cut => 0);
    while (!$run{end}) {
        if (waitpid($program, POSIX::WNOHANG()) == $program) {
            $status = $?;
            last;
        }
        my $left = $begin + $limit - seconds();
        if ($left <= 0) {
            $run{end} = 'time';
            last;
        }
        if ($stdin && !length $input && $unread <= 0) {
            close $stdin;
            undef $stdin;
        }
        my ($readable, $writable) = ('', '');
        # With nothing more to come it is readable when the client has gone.
        vec($readable, fileno $connection, 1) = 1 if $unread <= 0 || !$stdin || length $input < PIECE;
        vec($readable, fileno $_, 1) = 1 for grep { $_ } $stdout, $stderr;
        vec($writable, fileno $stdin, 1) = 1 if $stdin && length $input;
        # The end of the program closes its output, or interrupts; should both be missed, we look.
        my $moment = $stdout || $stderr ? 0.05 : 0.01;
        my $ready  = select($readable, $writable, undef, $left < $moment ? $left : $moment);
        next if $ready <= 0;

        if (vec($readable, fileno $connection, 1)) {
            my $read = sysread($connection, $input, PIECE, length $input);
            if (defined $read && $read == 0) {
                end_all($program, \$status);
                return;
            }
            $unread -= $read // 0;
            $input = '' if !$stdin;
        }
        if ($stdin && vec($writable, fileno $stdin, 1)) {
            my $written = syswrite($stdin, $input, PIECE);
            if (defined $written) {
                substr($input, 0, $written) = '';
            }
            elsif (!$!{EAGAIN} && !$!{EINTR}) {
                close $stdin;
                undef $stdin;
                $input = '';
            }
        }
        undef $stdout if $stdout && vec($readable, fileno $stdout, 1) && !take_stdout($stdout, \%run);
        undef $stderr if $stderr && vec($readable, fileno $stderr, 1) && !take_stderr($stderr, \%run);
    }
    my $end = seconds();
    end_all($program, \$status);
    # What the program wrote before its end is still in the pipes.
    if ($stdout) { 1 while !$run{end} && take_stdout($stdout, \%run) && !$!{EAGAIN} }
    if ($stderr) { 1 while !$run{cut} && take_stderr($stderr, \%run) && !$!{EAGAIN} }
    fcntl($connection, F_SETFL, 0);
    # A client that is cut off while it sends does not read its answer.
    while ($unread > 0) {
        my $read = sysread($connection, my $rest, PIECE);
        next if !defined $read && $!{EINTR};
        last if !$read;
        $unread -= $read;
    }
    my $signal = ($status // 0) & 127;
    $run{end} ||= $signal ? 'signal' : 'exit';
    $run{status} = $signal ? $signal : ($status // 0) >> 8;
    my (undef, undef, undef, $user, $system) = POSIX::times();
    $run{cpu}  = int(1000 * ($user + $system) / TICKS);
    $run{wall} = int(1000 * ($end - $begin));
    return \%run;
}

# False at the end of the stream. EAGAIN is left behind when there is nothing more for now.
sub take_stdout {
    my ($from, $run) = @_;
    $! = 0;
    my $read = sysread($from, $run->{stdout}, PIECE, length $run->{stdout});
    if (length $run->{stdout} > STDOUT_BYTES) {
        substr($run->{stdout}, STDOUT_BYTES) = '';
        $run->{end} = 'output';
    }
    return !defined $read || $read > 0;
}

sub take_stderr {
    my ($from, $run) = @_;
    $! = 0;
    my $read = sysread($from, $run->{stderr}, PIECE, length $run->{stderr});
    if (length $run->{stderr} > STDERR_BYTES) {
        substr($run->{stderr}, STDERR_BYTES) = '';
        $run->{cut} = 1;
    }
    return !defined $read || $read > 0;
}

# Orphans of the run become our children instead of PID 1's, so that daemons are found. Where the kernel does not know
# this, only the program's own session is ended.
sub adopt_orphans {
    my ($machine) = (POSIX::uname())[4];
    my %prctl = (x86_64 => 157, aarch64 => 167);
    my $PR_SET_CHILD_SUBREAPER = 36;
    eval { syscall($prctl{$machine}, $PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) } if $prctl{$machine};
}

# Ends every process of the run. Children of what was killed come to us, and are found in the next round; bounded, because
# a program that forks faster than it can be killed is stopped by the limit on processes and not here.
sub end_all {
    my ($program, $status) = @_;
    kill 'KILL', -$program;
    for (1 .. 200) {
        my $ended;
        while (($ended = waitpid(-1, POSIX::WNOHANG())) > 0) {
            $$status = $? if $ended == $program;
        }
        return if $ended < 0;
        kill 'KILL', children();
        pause(0.005);
    }
}

sub children {
    my @children;
    opendir my $processes, '/proc' or return;
    for my $process (grep { /^\d+$/ } readdir $processes) {
        open my $stat, '<', "/proc/$process/stat" or next;
        my $line = <$stat> // next;
        # The name, in parentheses, may hold anything.
        push @children, $1 if $line =~ /^(\d+) \(.*\) \S (\d+)/s && $2 == $$;
    }
    return @children;
}

sub answer {
    my ($connection, $status, @headers) = @_;
    my $body = pop @headers;
    my $head = "HTTP/1.1 $status\r\nConnection: close\r\nContent-Length: " . length($$body) . "\r\n";
    while (my ($name, $value) = splice @headers, 0, 2) {
        $head .= "$name: $value\r\n";
    }
    my $bytes = "$head\r\n$$body";
    my $done  = 0;
    while ($done < length $bytes) {
        my $written = syswrite($connection, $bytes, length($bytes) - $done, $done);
        next if !defined $written && $!{EINTR};
        return if !defined $written;
        $done += $written;
    }
}

# A clock that is never set, to a hundredth.
sub seconds { return (POSIX::times())[0] / TICKS }

sub pause { select(undef, undef, undef, $_[0]) }

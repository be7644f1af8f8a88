# PID 1 of the workbench and of each dependency. The first line of stdin is the pod's nonce; then commands follow, one a line.
# Where a line names a number of bytes, that many bytes come after it.
#
#   put BYTES      a tar, unpacked into /work/src
#   build BYTES    a script, run in /work/src; its beginning and its end are told
#   serve BYTES    the same for a script that goes on running
#   task BYTES     the same for a script beside the one that goes on running
#   look           whether the last script still runs, and what has been used so far
#   kill           SIGKILL to every process but this one, answered when none is left; nothing inside can send that to PID 1
#   stop           SIGTERM to every process
#   pause, resume  SIGSTOP, SIGCONT to every process
#   room           what room is left in the folders; not while others could use up the processes
#
# Answers go to stdout behind the nonce. What the candidate's code prints goes to stderr, where a line with the nonce marks
# the end of a script, because the two streams travel apart. The runner trusts neither.
set -u
# Anywhere else, the signals below would go to all processes of the user.
[ $$ -eq 1 ] || exit 1
. /opt/assay/usage.sh
ulimit -c 0
umask 022
# This shell would end on the first; the shell that tells a script's end, on both. Other signals from within do not reach PID 1.
trap '' INT TERM
running=

# Under gVisor this shell is the guest's root, whom nobody else in there can signal, and runs everything as the user that it is told.
as_user=${ASSAY_USER:+setpriv --reuid=$ASSAY_USER --regid=$ASSAY_USER --clear-groups}
# There the engine's limit counts other things than the guest's processes.
if [ -n "${ASSAY_PROCESSES-}" ]; then echo "$ASSAY_PROCESSES" >/sys/fs/cgroup/pids/pids.max; fi 2>/dev/null

say() { printf '@%s %s\n' "$nonce" "$*"; }

# The script runs below a shell of its own, which tells its end; PID 1 stays free for the next command.
run() {
  what=$1 script=$(head -c "$2")
  usage /sys/fs/cgroup
  say begun "$what" "$usage"
  (
    (
      trap - INT TERM
      cd /work/src || exit 1
      exec env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/tmp LANG=C.UTF-8 $as_user sh -c "$script"
    ) </dev/null 1>&2
    status=$?
    printf '@%s end\n' "$nonce" >&2
    usage /sys/fs/cgroup
    say ended "$what" $status "$usage"
  ) </dev/null &
}

# The kernel sends a signal to all processes at once: none can fork its way out. Those that die take a moment, and those that
# lost their parent are this shell's to collect.
kill_all() {
  while kill -KILL -1 2>/dev/null; do
    jobs >/dev/null
  done
  running=
}

IFS=' ' read -r nonce || exit 0
$as_user mkdir -p /work/src /work/out
say hello
while IFS=' ' read -r command argument; do
  case $command in
    put)
      head -c "$argument" | $as_user tar -x --no-same-owner --no-same-permissions -C /work/src
      say put $?
      ;;
    build | serve)
      run "$command" "$argument"
      running=$!
      ;;
    task) run task "$argument" ;;
    look)
      jobs >/dev/null # collects whatever ended
      state=gone
      if [ -n "$running" ] && kill -0 "$running" 2>/dev/null; then state=running; fi
      usage /sys/fs/cgroup
      say look $state "$usage"
      ;;
    kill)
      usage /sys/fs/cgroup # before, so that it is not charged for its own end
      kill_all
      say killed "$usage"
      ;;
    stop)
      kill -TERM -1 2>/dev/null
      kill -CONT -1 2>/dev/null # a paused process hears it only then
      say signalled stop
      ;;
    pause)
      kill -STOP -1 2>/dev/null
      say signalled pause
      ;;
    resume)
      kill -CONT -1 2>/dev/null
      say signalled resume
      ;;
    room) say room $(df --block-size=1 --output=target,avail,iavail,itotal /work /tmp 2>/dev/null | tail -n +2) ;;
  esac
done

# PID 1 of the workbench. The first line of stdin is the pod's nonce; then commands follow, one a line. Where a line names a number of bytes, that many bytes come after it.
#
#   put BYTES     a tar, unpacked into /work/src
#   build BYTES   a script, run in /work/src; its end is told
#   serve BYTES   a script, run in /work/src and left running; its end is told
#   look          whether the last script still runs, and how many processes the kernel killed for want of memory
#   kill          SIGKILL to every process but this one; nothing inside can send that to PID 1
#
# Answers go to stdout behind the nonce. What the candidate's code prints goes to stderr, where a line with the nonce marks
# the end of a script, because the two streams travel apart. The runner trusts neither.
set -u
ulimit -c 0
umask 022
trap '' INT # this shell would end on it; every other signal from within does not reach PID 1
running=

say() { printf '@%s %s\n' "$nonce" "$*"; }

# The script runs below a shell of its own, which tells its end; PID 1 stays free for the next command.
run() {
  what=$1 script=$(head -c "$2")
  (
    (
      trap - INT
      cd /work/src || exit 1
      exec env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/tmp LANG=C.UTF-8 sh -c "$script"
    ) </dev/null 1>&2
    status=$?
    printf '@%s end\n' "$nonce" >&2
    say ended "$what" $status
  ) </dev/null &
  running=$!
}

killed_for_memory() {
  for file in /sys/fs/cgroup/memory.events /sys/fs/cgroup/memory/memory.oom_control; do
    if [ -r "$file" ]; then
      while read -r key value; do
        if [ "$key" = oom_kill ]; then killed=$value; fi
      done <"$file"
    fi
  done
}

IFS=' ' read -r nonce || exit 0
mkdir -p /work/src /work/out
say hello
while IFS=' ' read -r command argument; do
  case $command in
    put)
      head -c "$argument" | tar -x --no-same-owner --no-same-permissions -C /work/src
      say put $?
      ;;
    build | serve) run "$command" "$argument" ;;
    look)
      jobs >/dev/null # collects whatever ended
      state=gone killed=0
      if [ -n "$running" ] && kill -0 "$running" 2>/dev/null; then state=running; fi
      killed_for_memory
      say look $state "$killed"
      ;;
    kill)
      kill -9 -1 2>/dev/null
      jobs >/dev/null
      say killed
      ;;
  esac
done

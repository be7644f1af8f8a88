# Runs scripts in a root directory without any container: what the benchmark calls bare. The mounts are seen by nobody else.
# WORK is its /work; its /tmp is its own. Commands on stdin: `build BYTES`, `serve BYTES`, each followed by a script; `end` kills what was served.
set -u
root=$1 user=$2 work=$3
mount --bind "$work" "$root/work" && mount -t tmpfs -o mode=1777 tmpfs "$root/tmp" && mount --rbind /dev "$root/dev" && mount -t proc proc "$root/proc" || exit 1
echo hello
inside() { exec setsid chroot --userspec="$user:$user" "$root" /bin/sh -c "cd /work/src && exec env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/tmp LANG=C.UTF-8 sh -c \"\$0\"" "$1"; }
while IFS=' ' read -r command bytes; do
  case $command in
    build)
      script=$(head -c "$bytes")
      (inside "$script") </dev/null >"$work.build.log" 2>&1
      echo "ended $?"
      ;;
    serve)
      script=$(head -c "$bytes")
      (inside "$script") </dev/null >"$work.service.log" 2>&1 &
      served=$!
      ;;
    end)
      kill -KILL "-$served" 2>/dev/null
      wait "$served" 2>/dev/null
      echo ended 0
      ;;
  esac
done

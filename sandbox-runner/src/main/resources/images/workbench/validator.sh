# Gives an output validator what the format of ICPC and Kattis says it gets: the files of the input and of the right answer, and a
# folder for its feedback, as its first arguments; then the package's own; and the output to be looked at on its standard input.
# Our own standard input has a line with three numbers of bytes, and then so many bytes of the input, of the answer and of
# the package's arguments, one a line; the rest is the output. $1 is the shell script that becomes the validator.
#
# Ends as the validator does: 42 when the output is right, 43 when it is wrong. What it says to the judges comes on standard error.
script=$1
IFS=' ' read -r input answer arguments || exit 1
folder=$(mktemp -d) && mkdir "$folder/feedback" || exit 1
head -c "$input" >"$folder/input" && head -c "$answer" >"$folder/answer" && head -c "$arguments" >"$folder/arguments" || exit 1
set -- "$folder/input" "$folder/answer" "$folder/feedback/"
while IFS= read -r argument; do set -- "$@" "$argument"; done <"$folder/arguments"
sh -c "$script" validator "$@" >/dev/null
status=$?
if [ -f "$folder/feedback/judgemessage.txt" ]; then head -c 4096 "$folder/feedback/judgemessage.txt" >&2; fi
rm -rf "$folder"
exit "$status"

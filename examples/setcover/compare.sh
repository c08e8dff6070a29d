#!/bin/sh
# Two tables beside CBC, GLPK and HiGHS, as far as they are installed (Debian: apt-get
# install coinor-cbc glpk-utils), in one run, one thread each, in CPU seconds of the whole
# process, reading included: the least of RUNS (3) runs, or the first if it takes more than
# a second. "-": not installed; a figure or value with "?": not proved in time.
#
# 1. Set cover: the same files to all. "search" is what setcover takes, by the clock, once
#    it has read the file: a Go program takes some milliseconds to start. "clock" is what CBC
#    says itself that it takes ("Total time (CPU seconds)"), once it has read the file: the
#    mean of the runs, since it counts in hundredths of a second. What CBC takes that reads
#    the file and quits ("reads") tells more finely: "rest" is what is left of cbc without
#    it. clock/search and rest/search compare like with like.
# 2. Training plans: "own" is what a plan takes here, by the clock, from the courses to the
#    proof; the others are given its rows alone, finished.
#
# Below each table: the geometric mean, and the least, of how many times longer CBC takes, as
# a whole process beside a whole process (cbc/own), and searching beside searching (the others).
#
#   sh examples/setcover/compare.sh [FILE...]      files by rows; default: ../shared/data/orlib
#   TIMEOUT=60 WITHOUT="glpsol highs" sh examples/setcover/compare.sh scp*.txt.gz
#   HIGHS="node highs.cjs" sh examples/setcover/compare.sh
#
# Where HiGHS is not installed, HIGHS is a command that stands in for it: it is given the
# name of an LP file, solves it, and prints how that ended and the value ("Optimal 429").
# The npm package "highs" is HiGHS as WebAssembly, for which a dozen lines are enough; what
# it takes is then that of node and of WebAssembly too, some tenths of a second at least.
set -eu
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- ../shared/data/orlib/scp*
limit=${TIMEOUT:-60}
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
go build -o "$room/setcover" ./examples/setcover
export GOMAXPROCS=1

# cpu COMMAND...: its CPU seconds; what it prints goes to $room/out, of all runs to $room/all.
cpu() {
	: >"$room/times" && : >"$room/all"
	for run in $(seq "${RUNS:-3}"); do
		bash -c 'TIMEFORMAT="%U %S"; time "$@" >"$0/out" 2>&1' "$room" "$@" 2>>"$room/times" || true
		cat "$room/out" >>"$room/all"
		awk 'END { exit $1 + $2 <= 1 }' "$room/times" && break
	done
	awk 'NR == 1 || $1 + $2 < least { least = $1 + $2 } END { printf "%.3f", least }' "$room/times"
}

wanted() { case " ${WITHOUT:-} " in *" $1 "*) return 1 ;; esac; }

has() { wanted "$1" && command -v "$1" >/dev/null; }

# lp writes the problem for the others.
lp() {
	gzip -dcf "$1" | awk '
		{ for (i = 1; i <= NF; i++) word[++n] = $i }
		END {
			m = word[1]; columns = word[2]; at = 2
			print "Minimize"; printf " cost:"
			for (j = 1; j <= columns; j++) { printf " + %d x%d", word[++at], j; if (j % 10 == 0) print "" }
			print "\nSubject To"
			for (i = 1; i <= m; i++) {
				printf " r%d:", i; k = word[++at]
				for (; k > 0; k--) { printf " + x%d", word[++at]; if (k % 10 == 0) print "" }
				print " >= 1"
			}
			print "Binary"
			for (j = 1; j <= columns; j++) print " x" j
			print "End"
		}'
}

# others FILE: CPU seconds of CBC, GLPK and HiGHS for an LP file, in $cbc, $glpk and $highs,
# and what CBC says of itself, in $clock.
others() {
	cbc=- clock=- glpk=- highs=-
	if has cbc; then
		cbc=$(cpu cbc "$1" threads 0 ratioGap 0 allowableGap 0 sec "$limit" solve quit)
		clock=$(awk '/^Total time \(CPU seconds\)/ { n++; sum += $5 } END { printf "%.3f", n ? sum / n : 0 }' "$room/all")
		grep -q "Optimal solution found" "$room/out" || cbc="$cbc?" clock="$clock?"
	fi
	if has glpsol; then
		glpk=$(cpu glpsol --lp "$1" --tmlim "$limit")
		grep -q "INTEGER OPTIMAL" "$room/out" || glpk="$glpk?"
	fi
	if wanted highs && [ -n "${HIGHS:-}" ]; then
		highs=$(cpu timeout "$limit" $HIGHS "$1") # words of their own
	elif has highs; then
		highs=$(cpu highs --time_limit "$limit" --parallel off "$1")
	fi
	[ "$highs" = - ] || grep -qi "optimal" "$room/out" || highs="$highs?"
}

# ratio OTHER OWN: how many times longer the other takes.
ratio() {
	if [ "$1" = - ]; then
		echo -
	else
		echo "$1 $2" | awk '{ sub(/\?/, "", $1); printf "%.2f", $1 / ($2 > 0 ? $2 : 0.001) }'
	fi
}

# means TABLE BACK: of the column that is so far from the last.
means() {
	awk -v back="$2" '{ v = $(NF - back) } v != "-" { n++; sum += log(v > 0 ? v : 0.01); if (n == 1 || v < least) least = v }
		END { if (n) printf "geometric mean %.2f, least %.2f, of %d\n", exp(sum / n), least, n }' "$1"
}

row='%-16s %8s %9s %8s %8s %6s %6s %8s %8s %8s %12s %11s\n'
printf "$row" file value setcover search cbc clock reads glpsol highs cbc/own clock/search rest/search
for file in "$@"; do
	name=$(basename "$file" | sed 's/\..*//')
	lp "$file" >"$room/p.lp"
	own=$(cpu "$room/setcover" -format json -timeout "${limit}s" "$file")
	value=$(sed 's/.*"value":\([0-9]*\).*/\1/' "$room/out")
	search=$(sed 's/.*"seconds":\([0-9.e-]*\).*/\1/' "$room/all" | sort -g | awk 'NR == 1 { printf "%.4f", $1 }')
	grep -q '"proved":true' "$room/out" || value="$value?"
	others "$room/p.lp"
	reads=- rest=-
	if has cbc; then
		reads=$(cpu cbc "$room/p.lp" quit)
		rest=$(echo "$cbc $reads" | awk '{ print $1 - $2 }')
	fi
	printf "$row" "$name" "$value" "$own" "$search" "$cbc" "$clock" "$reads" "$glpk" "$highs" \
		"$(ratio "$cbc" "$own")" "$(ratio "$clock" "$search")" "$(ratio "$rest" "$search")" | tee -a "$room/table"
done
echo "cbc/own: $(means "$room/table" 2)"
echo "clock/search: $(means "$room/table" 1)"
echo "rest/search: $(means "$room/table" 0)"

echo
FINISHED_DIR=$room go test -count=1 -run TestFinishedRowsAreEnough ./pathway/solve >"$room/out"
printf '%-16s %8s %9s %9s %9s %9s %9s\n' plan value own cbc glpsol highs cbc/own
while read -r name value own; do
	others "$room/$name.lp"
	printf '%-16s %8s %9s %9s %9s %9s %9s\n' "$name" "$value" "$own" "$cbc" "$glpk" "$highs" "$(ratio "$cbc" "$own")" | tee -a "$room/plans-table"
done <"$room/plans"
echo "cbc/own: $(means "$room/plans-table" 0)"

#!/bin/sh
# One table: setcover beside CBC, GLPK and HiGHS, as far as they are installed (Debian:
# apt-get install coinor-cbc glpk-utils), on the same files, in one run, one thread each.
# Times are CPU seconds of the whole process, reading included. The last lines are the
# geometric mean and the least of how many times longer CBC takes. "-": not installed; a
# value with "?": not proved in time.
#
#   sh examples/setcover/compare.sh [FILE...]      files by rows; default: ../shared/data/orlib
#   TIMEOUT=60 WITHOUT=glpsol sh examples/setcover/compare.sh scp*.txt.gz
set -eu
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- ../shared/data/orlib/scp*
limit=${TIMEOUT:-60}
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
go build -o "$room/setcover" ./examples/setcover

# cpu COMMAND...: its CPU seconds; what it prints goes to $room/out.
cpu() {
	bash -c 'TIMEFORMAT="%U %S"; time "$@" >"$0/out" 2>&1' "$room" "$@" 2>"$room/time" || true
	awk 'END { printf "%.3f", $1 + $2 }' "$room/time"
}

has() { case " ${WITHOUT:-} " in *" $1 "*) return 1 ;; esac; command -v "$1" >/dev/null; }

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

printf '%-12s %8s %9s %9s %9s %9s %9s\n' file value setcover cbc glpsol highs cbc/own
for file in "$@"; do
	name=$(basename "$file" | sed 's/\..*//')
	lp "$file" >"$room/p.lp"
	own=$(cpu env GOMAXPROCS=1 "$room/setcover" -format json -timeout "${limit}s" "$file")
	value=$(sed 's/.*"value":\([0-9]*\).*/\1/' "$room/out")
	grep -q '"proved":true' "$room/out" || value="$value?"
	cbc=- glpk=- highs=- ratio=-
	if has cbc; then
		cbc=$(cpu cbc "$room/p.lp" threads 0 ratioGap 0 allowableGap 0 sec "$limit" solve quit)
		grep -q "Optimal solution found" "$room/out" || cbc="$cbc?"
		ratio=$(echo "$cbc $own" | awk '{ sub(/\?/, "", $1); printf "%.2f", $1 / ($2 > 0 ? $2 : 0.001) }')
	fi
	if has glpsol; then
		glpk=$(cpu glpsol --lp "$room/p.lp" --tmlim "$limit")
		grep -q "INTEGER OPTIMAL" "$room/out" || glpk="$glpk?"
	fi
	if has highs; then
		highs=$(cpu highs --time_limit "$limit" --parallel off "$room/p.lp")
	fi
	printf '%-12s %8s %9s %9s %9s %9s %9s\n' "$name" "$value" "$own" "$cbc" "$glpk" "$highs" "$ratio" | tee -a "$room/table"
done
awk '$7 != "-" { n++; sum += log($7); if (n == 1 || $7 < least) least = $7 }
	END { if (n) printf "cbc/own: geometric mean %.2f, least %.2f, of %d\n", exp(sum / n), least, n }' "$room/table"

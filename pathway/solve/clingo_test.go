package solve_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// clingoRules say what a plan is, for many instances I at once. A stable model needs a
// reason for everything that is true, so actions that support each other in a ring are
// not carried out. Instances do not touch each other, so the least sum is the sum of the
// least of each.
const clingoRules = `
{x(I,A)} :- action(I,A,_,_).
reach(I,F,0) :- start(I,F).
reach(I,F,T+1) :- reach(I,F,T), last(I,D), T < D.
can(I,A,T) :- x(I,A), step(I,T), reach(I,F,T) : need(I,A,F).
done(I,A) :- can(I,A,T), action(I,A,_,L), last(I,D), T+L <= D.
reach(I,F,T+L) :- can(I,A,T), action(I,A,_,L), add(I,A,F), last(I,D), T+L <= D.
:- x(I,A), not done(I,A).
:- x(I,A), x(I,B), excludes(I,A,B).
:- limit(I,R,L), #sum{N,A : use(I,A,R,N), x(I,A)} > L.
source(I,G,a(A)) :- done(I,A), add(I,A,F), goal(I,G,F,_,_).
source(I,G,s) :- start(I,F), goal(I,G,F,_,_).
closed(I,G) :- goal(I,G,_,_,S), #count{Q : source(I,G,Q)} >= S.
open(I,G) :- goal(I,G,_,_,_), not closed(I,G).
step(I,0..D) :- last(I,D).

% all that can be reached, whatever the limits say of it together
could(I,F,0) :- start(I,F).
could(I,F,T+1) :- could(I,F,T), last(I,D), T < D.
able(I,A,T) :- action(I,A,_,_), not unfit(I,A), step(I,T), could(I,F,T) : need(I,A,F).
might(I,A) :- able(I,A,T), action(I,A,_,L), last(I,D), T+L <= D.
could(I,F,T+L) :- able(I,A,T), action(I,A,_,L), add(I,A,F), last(I,D), T+L <= D.
unfit(I,A) :- use(I,A,R,N), limit(I,R,L), N > L.
unfit(I,A) :- excludes(I,A,A).
chance(I,G,a(A)) :- might(I,A), add(I,A,F), goal(I,G,F,_,_).
chance(I,G,s) :- start(I,F), goal(I,G,F,_,_).
within(I,G) :- goal(I,G,_,_,S), #count{Q : chance(I,G,Q)} >= S.
short(I) :- open(I,G), within(I,G).

#minimize{1@3,I : short(I)}.
#minimize{W@2,I,G : open(I,G), goal(I,G,_,W,_)}.
#minimize{C@1,I,A : x(I,A), action(I,A,C,_)}.
`

// facts writes instance i down for clingo.
func clingoFacts(b *strings.Builder, i int, in *solve.Instance) {
	last := 0
	if in.Deadline != nil {
		last = *in.Deadline
	}
	fmt.Fprintf(b, "last(%d,%d).\n", i, last)
	for _, f := range in.Start {
		fmt.Fprintf(b, "start(%d,%d).\n", i, f)
	}
	for a, from := range in.Actions {
		length := from.Time
		if in.Deadline == nil {
			length = 0
		}
		fmt.Fprintf(b, "action(%d,%d,%d,%d).\n", i, a, from.Cost, length)
		for _, f := range from.Needs {
			fmt.Fprintf(b, "need(%d,%d,%d).\n", i, a, f)
		}
		for _, f := range from.Adds {
			fmt.Fprintf(b, "add(%d,%d,%d).\n", i, a, f)
		}
		for _, other := range from.Excludes {
			fmt.Fprintf(b, "excludes(%d,%d,%d).\n", i, a, other)
		}
		for r, n := range from.Uses {
			fmt.Fprintf(b, "use(%d,%d,%d,%d).\n", i, a, r, n)
		}
	}
	for r, limit := range in.Limits {
		fmt.Fprintf(b, "limit(%d,%d,%d).\n", i, r, limit)
	}
	for g, goal := range in.Goals {
		fmt.Fprintf(b, "goal(%d,%d,%d,%d,%d).\n", i, g, goal.Fact, goal.Weight, max(1, goal.Sources))
	}
}

// Exact agrees with clingo (Debian: gringo) on 2,000 instances, or as many as
// CLINGO_INSTANCES says. Skipped where clingo is not installed.
func TestExactAgreesWithClingo(t *testing.T) {
	t.Parallel()
	clingo, err := exec.LookPath("clingo")
	if err != nil {
		t.Skip("clingo is not installed (Debian: apt-get install gringo): nothing to compare with")
	}
	optimum := regexp.MustCompile(`Optimization : (-?\d+) (-?\d+) (-?\d+)`)
	rng := rand.New(rand.NewPCG(23, 2026))
	const batch = 40
	batches := 50
	if text := os.Getenv("CLINGO_INSTANCES"); text != "" {
		instances, err := strconv.Atoi(text)
		require.NoError(t, err)
		batches = instances / batch
	}
	for n := range batches {
		var program strings.Builder
		program.WriteString(clingoRules)
		lost, cost := int64(0), int64(0)
		for i := range batch {
			in := random(rng)
			s, err := solve.Exact(context.Background(), in)
			require.NoError(t, err)
			require.True(t, s.Proved)
			lost, cost = lost+s.Lost, cost+s.Value
			clingoFacts(&program, i, in)
		}
		command := exec.Command(clingo, "--opt-strategy=usc", "--quiet=1,2", "--warn=none", "-")
		command.Stdin = strings.NewReader(program.String())
		out, err := command.Output() // clingo's exit code tells what it found
		found := optimum.FindSubmatch(out)
		require.NotNil(t, found, "%v\n%s", err, out)
		require.Contains(t, string(out), "OPTIMUM FOUND")
		require.Equal(t, fmt.Sprintf("%d %d", lost, cost), string(found[2])+" "+string(found[3]), "batch %d", n)
	}
}

// Command skillscan holds a skills scan of one person for one role: apprentice, employer
// and provider say side by side how far the person is with each statement.
//
//	go run ./examples/skillscan -file w-17.ndjson -worker-id w-17 -date 2026-06-30
//	go run ./examples/skillscan -file w-17.ndjson -date 2026-07-14 -as employer
//	go run ./examples/skillscan -file w-17.ndjson -show -out w-17.json
//
// Without -framework it asks about the sample role that comes with the project. Every
// answer is kept at once; "q", the end of the input or Ctrl-C stops, and the same command
// goes on. Where the parties differ, all answers stay and are shown; nothing is averaged.
//
// # What is asked first
//
// Statements build on one another, where the standards say so. What others have answered
// and these parties have not comes first, so that answers can stand side by side; then
// the statement whose answer settles most, by assess/probe, from the answers of all
// parties together. Where they differ on whether it is enough, nothing is settled, and
// what hangs together with it stays open. An answer is taken to mislead one time in
// twenty; that moves nothing but the questions.
//
// Statements that follow from answers are not asked, unless they are critical, and are
// listed as such: what is inferred is never written, neither to the file nor to the
// evidence. Mind that an apprentice's own answers count here like any other, until
// somebody else has answered. -complete asks everything in order; -critical-first does what
// it says, in both orders.
//
// # What it writes
//
// -out writes evidence, worker/1: a piece for every answer with a level, "scan-N" by the
// number of the answer. An apprentice's is of kind self, an employer's of kind
// supervisor. A provider's is of kind peer, a witness: a tutor in a scan says what they
// think, and an opinion is not an observation with a rubric, nor does a tutor direct the
// work. Where it does rest on more, -provider-kind says on what. An answer that was taken
// back as wrong stays as a rejected piece; one that was overtaken stays and ages.
//
// # The file, scan/1
//
// One JSON object a line (NDJSON, UTF-8), only ever added to: the scan first, then the
// answers. Unknown keys and anything that does not fit are refused, by line, and then
// nothing is added.
//
//	{"format":"scan/1","worker":"w-17","role":"R1","standards":"fingerprint"}
//	{"answer":1,"statement":"S1","as":"apprentice|employer|provider","by":"m-3","at":"2026-06-30","level":2}
//	{"answer":2,"statement":"S1","as":"employer","by":"m-3","at":"2026-06-30","cannotSay":true}
//	{"answer":3,"statement":"S1","as":"apprentice","by":"m-3","at":"2026-07-14","level":1,"replaces":1,"reason":"..."}
//	{"answer":4,"statement":"S1","as":"employer","by":"m-3","at":"2026-07-14","level":3,"follows":2,"reason":"..."}
//
// Of these keys:
//
//   - worker is an opaque ID. standards is that of ksb.Index.Fingerprint on the first day.
//   - answer counts from 1. statement is an ID, never a code. by is who answered: an
//     opaque ID, or the party. at never decreases down the file.
//   - level is a rung of the statement's scale, counted from 0. cannotSay stands in its
//     place: an answer that is none.
//   - A second answer of a party about a statement needs a reason and the number of the
//     one before: replaces, if that was wrong; follows, if it was right and things have
//     changed.
//
// A new version of the file is written beside it and put in its place, so that no stop
// leaves half a line.
//
// It exits with 0 when it stopped or finished in good order; with 1 when an input could
// not be used or the file not be written, or with -strict and any problem; with 2 when it
// was called wrongly.
package main

import (
	"context"
	"io"

	"github.com/skillgap-go/skillgap/examples/inputs"
)

func main() { inputs.Main(run) }

// run is the whole program, with its surroundings as arguments.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	o, err := parse(args, stderr)
	if err != nil {
		return inputs.Misused
	}
	problems, err := scan(ctx, o, stdin, stdout, stderr)
	notes := inputs.Notes{Problems: problems}
	return notes.Exit(stderr, "skillscan", err, o.strict)
}

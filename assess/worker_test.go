package assess_test

import (
	"math/rand/v2"
	"strconv"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// habits are what the workers of a test may have.
type habits struct {
	until, codes, overrides bool
	oldest                  int // days before today; 0: 1500
}

func anything() habits { return habits{until: true, codes: true, overrides: true} }

// randomWorker often repeats round values, so that masses tie and sources collide.
func randomWorker(rng *rand.Rand, h habits) assess.Worker {
	w := assess.Worker{ID: "w"}
	for i := range rng.IntN(9) {
		w.Evidence = append(w.Evidence, randomEvidence(rng, "e"+strconv.Itoa(i+1), h))
	}
	if h.overrides && rng.IntN(3) == 0 {
		yes := rng.IntN(2) == 0
		o := assess.Override{Statement: randomStatement(rng, h), At: today - ksb.Date(rng.IntN(9)), By: "lead"}
		if rng.IntN(2) == 0 {
			o.Met = &yes
		} else {
			o.Applies = &yes
		}
		w.Overrides = append(w.Overrides, o)
	}
	w.Credentials, w.Facts = randomHoldings(rng)
	return w
}

func randomStatement(rng *rand.Rand, h habits) string {
	n := strconv.Itoa(1 + rng.IntN(6))
	if h.codes && rng.IntN(4) == 0 {
		return "K" + n
	}
	return "S" + n
}

func randomEvidence(rng *rand.Rand, id string, h habits) assess.Evidence {
	oldest := h.oldest
	if oldest == 0 {
		oldest = 1500
	}
	e := assess.Evidence{
		ID: id, Kind: assess.EvidenceKind(1 + rng.IntN(8)), Mode: assess.Mode(rng.IntN(4)),
		By: oneOf(rng, "", "a", "b", "c"), At: today - ksb.Date(rng.IntN(oldest)),
		Relevance: oneOf(rng, 0, 0, 0.5), Reliability: oneOf(rng, 0, 0, 1-rng.Float64()),
	}
	if h.until && rng.IntN(3) == 0 {
		e.Until = e.At + ksb.Date(rng.IntN(oldest))
	}
	if rng.IntN(8) == 0 {
		e.State = assess.State(1 + rng.IntN(4))
	}
	for range 1 + rng.IntN(2) {
		ref := assess.StatementRef{ID: randomStatement(rng, h)}
		if rng.IntN(8) > 0 { // else top rung, or refused
			ref.Level = new(float64)
			*ref.Level = oneOf(rng, 0, 1, 1, 1, 2, 2, 6*rng.Float64())
		}
		e.Statements = append(e.Statements, ref)
	}
	return e
}

func oneOf[T any](rng *rand.Rand, values ...T) T { return values[rng.IntN(len(values))] }

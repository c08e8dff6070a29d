package workerjson_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// randomWorker makes any worker that the format can carry and its schema allows,
// whether or not it makes sense.
func randomWorker(random *rand.Rand) assess.Worker {
	g := generator{random}
	w := assess.Worker{
		Format: assess.WorkerFormat, ID: g.text(),
		Evidence: some(g, g.evidence), Credentials: some(g, g.credential), Overrides: some(g, g.override), Waivers: some(g, g.waiver),
	}
	for i := range w.Evidence {
		w.Evidence[i].Row = i + 1
		w.Evidence[i].ID = []string{fmt.Sprintf("row-%d", i+1), "e", "é"}[g.IntN(3)]
	}
	if g.yes() {
		w.Facts = assess.Facts{"start": {Date: g.day()}, g.id() + "2": {Number: g.level()}, g.id(): {Number: -g.level() - 1}}
	}
	return w
}

type generator struct{ *rand.Rand }

// some makes none to three.
func some[T any](g generator, makeOne func() T) (list []T) {
	for range g.IntN(4) {
		list = append(list, makeOne())
	}
	return list
}

func (g generator) text() string {
	return []string{"", "a", "é😀", "<&>", "\"\\/", "\n\t\r\b\x00", "\u2028�", "null", "0.5", "-0"}[g.IntN(10)]
}

func (g generator) id() string { return []string{"S1", "K7", "é", " ", "a/b", "null"}[g.IntN(6)] }

func (g generator) yes() bool { return g.IntN(2) == 0 }

func (g generator) level() float64 {
	return []float64{0, 1, 3.2, 1.0 / 3, 1e21, 1e-21, g.Float64()}[g.IntN(7)]
}

// share is 0, which stands for the default, or above 0 and up to 1.
func (g generator) share() float64 {
	return []float64{0, 1, 0.1, 5e-324, 1 - g.Float64()}[g.IntN(5)]
}

func (g generator) day() ksb.Date { return ksb.Date(1 + g.IntN(3652059)) }

// perhaps is nil half of the time.
func perhaps[T any](g generator, value T) *T {
	if g.yes() {
		return nil
	}
	return &value
}

func (g generator) evidence() assess.Evidence {
	ref := func() assess.StatementRef {
		return assess.StatementRef{ID: g.id(), Level: perhaps(g, g.level())}
	}
	return assess.Evidence{
		Statements: append(some(g, ref), ref()), Kind: assess.EvidenceKind(1 + g.IntN(8)),
		As:   []assess.Party{"", "apprentice", "employer", "provider", "assessor"}[g.IntN(5)],
		Mode: assess.Mode(g.IntN(4)), Level: perhaps(g, g.level()), By: g.text(),
		At: g.day(), Until: ksb.Date(g.IntN(2)) * g.day(),
		Relevance: g.share(), Confidence: g.share(), Reliability: g.share(), State: assess.State(g.IntN(5)),
	}
}

func (g generator) credential() assess.Credential {
	return assess.Credential{
		ID: ksb.CredentialID(g.id()), Edition: g.text(), At: ksb.Date(g.IntN(2)) * g.day(), Until: ksb.Date(g.IntN(2)) * g.day(),
		Credits: g.IntN(3) * 100, Held: perhaps(g, g.yes()),
	}
}

func (g generator) override() assess.Override {
	o := assess.Override{Statement: g.id(), By: g.text(), At: ksb.Date(g.IntN(2)) * g.day(), Reason: g.text()}
	if o.Met = perhaps(g, g.yes()); o.Met == nil {
		o.Applies = new(g.yes())
	}
	return o
}

func (g generator) waiver() assess.Waiver {
	return assess.Waiver{
		Role: ksb.RoleID(g.id()), Gate: ksb.GateID(g.id()), By: g.text(), At: ksb.Date(g.IntN(2)) * g.day(), Reason: g.id(),
	}
}

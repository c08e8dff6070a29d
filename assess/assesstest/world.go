package assesstest

import "github.com/skillgap-go/skillgap/assess"

// World is a set of rules by which people and evidence about them are drawn. The model
// that is measured never sees these numbers.
type World struct {
	Name, Doc string

	Top       int       // the highest level of every statement, 1 or more
	Required  []int     // a level is drawn from these for each requirement
	Ability   Normal    // of a person, on the level scale
	Spread    float64   // of a person's statements around the ability
	Camps     float64   // how far half of the people stand below and half above the mean
	Sources   []Source  // kinds of evidence, with their shares
	Severity  float64   // how far apart assessors are, in levels; each person has two of each kind
	SelfBias  Normal    // what a person adds to a rating of their own
	Growth    Normal    // levels a year, by which older evidence shows less
	OldestAge float64   // years; ages are drawn as OldestAge x U^1.5
	None      float64   // share of statements without evidence
	Pieces    float64   // mean number of pieces on the others, 1 or more
	Repeated  float64   // share of pieces that the same assessor gives again, one to three times
	Random    float64   // share of grades that mean nothing
	Halo      float64   // share of an assessor's impression that is of the person, not of the statement
	Hiding    float64   // how much less often a level below what is required is looked at, 0 to 1
	HeavyTail bool      // errors are of Student's t with three degrees of freedom, scaled alike
	CutShares []float64 // how often a certificate is for level 1, 2, ...
}

// Normal is a normal distribution.
type Normal struct{ Mean, SD float64 }

// Source is a kind of evidence: how often it is met, and how far it strays.
type Source struct {
	Kind  assess.EvidenceKind
	Share float64
	Noise float64 // standard deviation, in levels
}

// Worlds are the nine of the published comparison, in its order.
func Worlds() []World {
	worlds := make([]World, 0, 9)
	for _, change := range []struct {
		name, doc string
		apply     func(*World)
	}{
		{"base", "as described in the package comment", func(*World) {}},
		{"noise", "every source strays half as far again", func(w *World) {
			for i := range w.Sources {
				w.Sources[i].Noise *= 1.5
			}
		}},
		{"biased", "assessors differ twice as much in severity", func(w *World) { w.Severity = 0.7 }},
		{"duplicates", "sixty in a hundred pieces are given again", func(w *World) { w.Repeated = 0.6 }},
		{"self", "people rate themselves a whole level too high", func(w *World) { w.SelfBias.Mean = 1 }},
		{"fade", "people lose what they do not use", func(w *World) { w.Growth.Mean = -0.3 }},
		{"outlier", "one grade in ten means nothing", func(w *World) { w.Random = 0.1 }},
		{"sparse", "two statements in five without evidence, hardly more than one piece on the rest", func(w *World) { w.None, w.Pieces = 0.4, 1.3 }},
		{"rich", "seven pieces on nearly every statement", func(w *World) { w.None, w.Pieces = 0.05, 7 }},
	} {
		w := base()
		w.Name, w.Doc = change.name, change.doc
		change.apply(&w)
		worlds = append(worlds, w)
	}
	return worlds
}

func base() World {
	return World{
		Top: 4, Required: []int{2, 3, 3, 3, 4}, Ability: Normal{2.1, 0.65}, Spread: 0.85,
		Sources: []Source{
			{assess.Self, 0.22, 1.3}, {assess.Peer, 0.13, 1.15}, {assess.Supervisor, 0.20, 0.85}, {assess.Observation, 0.15, 0.6},
			{assess.Test, 0.10, 0.55}, {assess.WorkProduct, 0.12, 0.8}, {assess.Certificate, 0.08, 0.6},
		},
		Severity: 0.35, SelfBias: Normal{0.45, 0.5}, Growth: Normal{0.2, 0.3}, OldestAge: 4,
		None: 0.2, Pieces: 3, Repeated: 0.15, CutShares: []float64{0.15, 0.3, 0.4, 0.15},
	}
}

// Invented is a tenth world. Its rules were written down before any model was run in it,
// and they break what the other nine share: four rungs instead of five; people who
// fall into two camps, novices and old hands, instead of around one middle; assessors
// who judge half by their impression of the person; errors with heavy tails; and evidence
// that is missing for a reason, since people keep out of sight what they cannot do.
func Invented() World {
	w := base()
	w.Name, w.Doc = "invented", "two camps, halo, heavy tails, weak spots kept out of sight, four rungs"
	w.Top, w.Required, w.CutShares = 3, []int{1, 2, 2, 3}, []float64{0.3, 0.5, 0.2}
	w.Ability, w.Camps, w.Spread = Normal{1.6, 0.3}, 0.7, 0.6
	w.Halo, w.HeavyTail, w.Hiding = 0.5, true, 0.5
	w.Growth = Normal{0.1, 0.4}
	return w
}

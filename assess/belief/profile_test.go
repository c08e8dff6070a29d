package belief

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
)

// slack forgives the rounding of two ways to the same real number, nothing else.
const slack = 1e-12

// profile is one person and one statement, as the random tests invent them.
type profile struct {
	Scale  Scale
	Pieces []Piece
}

// axiom tells how a model breaks a promise on a profile; "" means that it keeps it.
type axiom func(m Model, rng *rand.Rand, p profile) string

// holds tries an axiom on 20,000 random profiles, on 2,000 in a hurry. The seed makes a
// failure repeat.
func holds(t *testing.T, m Model, seed uint64, a axiom) {
	t.Helper()
	profiles := 20_000
	if testing.Short() || raceEnabled {
		profiles = 2_000
	}
	try(t, m, seed, profiles, a)
}

// alsoHolds is for models and parameters beside the default: a tenth as many.
func alsoHolds(t *testing.T, m Model, seed uint64, a axiom) {
	t.Helper()
	try(t, m, seed, 2_000, a)
}

func try(t *testing.T, m Model, seed uint64, profiles int, a axiom) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 2026))
	for i := range profiles {
		p := randomProfile(rng)
		if broken := a(m, rng, p); broken != "" {
			t.Fatalf("%s, profile %d of seed %d: %s\n%+v", m.Name(), i, seed, broken, p)
		}
	}
}

// breaks is the control: a model known to be wrong must be caught, and soon, or the
// axiom's test could not fail at all.
func breaks(t *testing.T, m Model, seed uint64, a axiom) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 2026))
	for range 2_000 {
		if a(m, rng, randomProfile(rng)) != "" {
			return
		}
	}
	t.Errorf("no profile of seed %d catches the wrong model", seed)
}

// mutant is a ledger that misreads its input.
type mutant struct {
	Ledger
	misread func(s *Scale, pieces []Piece)
}

func (m mutant) Estimate(dst *Estimate, s Scale, pieces []Piece) {
	pieces = slices.Clone(pieces)
	m.misread(&s, pieces)
	m.Ledger.Estimate(dst, s, pieces)
}

// wrongly is a ledger that misreads each piece by itself.
func wrongly(misread func(i int, p *Piece, top float64)) Model {
	return mutant{DefaultLedger(), func(s *Scale, pieces []Piece) {
		for i := range pieces {
			misread(i, &pieces[i], float64(s.Top))
		}
	}}
}

func randomProfile(rng *rand.Rand) profile {
	p := profile{Scale: Scale{Top: 1 + rng.IntN(6), HalfLifeDays: oneOf(rng, 0, 200, 730, 1095)}}
	if rng.IntN(4) == 0 {
		p.Scale.Base = randomBase(rng, p.Scale.Top)
	}
	for i := range rng.IntN(13) {
		p.Pieces = append(p.Pieces, randomPiece(rng, p.Scale, i))
	}
	return p
}

// randomBase is a measured population: shares strictly inside (0, 1), falling.
func randomBase(rng *rand.Rand, top int) []float64 {
	base := make([]float64, top)
	for k := range base {
		base[k] = 0.001 + 0.998*rng.Float64()
	}
	slices.Sort(base)
	slices.Reverse(base)
	return base
}

// randomPiece often repeats round values, so that masses tie and sources collide.
func randomPiece(rng *rand.Rand, s Scale, id int) Piece {
	p := Piece{
		ID: "e" + strconv.Itoa(id), Source: rng.IntN(4), Mode: Mode(rng.IntN(3)),
		Level:       float64(rng.IntN(s.Top + 1)),
		Reliability: oneOf(rng, 0.15, 0.42, 0.6, 0.6, 0.75, 0.75, 0.8, 0.9, 1-rng.Float64()),
		Weight:      oneOf(rng, 1, 1, 0.5, 1-rng.Float64()),
		AgeDays:     oneOf(rng, 0, 0, 365, 730, float64(rng.IntN(5000))),
	}
	if rng.IntN(3) == 0 {
		p.Level = float64(s.Top) * rng.Float64()
	}
	return p
}

func oneOf(rng *rand.Rand, values ...float64) float64 { return values[rng.IntN(len(values))] }

func estimate(m Model, s Scale, pieces []Piece) *Estimate {
	var e Estimate
	m.Estimate(&e, s, pieces)
	return &e
}

// differ compares what two estimates say, to a tolerance; 0 means to the bit.
func differ(want, got *Estimate, tolerance float64) string {
	return cmp.Diff(want, got, cmpopts.EquateApprox(0, tolerance),
		cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(Estimate{}))
}

// identical is the fast form of differ with no tolerance.
func identical(a, b *Estimate) bool {
	return a.Mean == b.Mean && a.Low == b.Low && a.High == b.High &&
		slices.Equal(a.AtLeast, b.AtLeast) && slices.Equal(a.Opinion, b.Opinion) &&
		slices.Equal(a.For, b.For) && slices.Equal(a.Against, b.Against) &&
		slices.EqualFunc(a.Sources, b.Sources, func(x, y Balance) bool {
			return x.Source == y.Source && slices.Equal(x.For, y.For) && slices.Equal(x.Against, y.Against)
		})
}

// TestProfiles guards the generator: a property proved on dull profiles is not proved.
func TestProfiles(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2026))
	seen := map[string]int{}
	for range 2_000 {
		p := randomProfile(rng)
		seen["top "+strconv.Itoa(p.Scale.Top)]++
		seen["pieces "+strconv.Itoa(len(p.Pieces))]++
		for _, e := range p.Pieces {
			seen["mode "+strconv.Itoa(int(e.Mode))]++
			if e.Level != math.Trunc(e.Level) {
				seen["fraction"]++
			}
		}
	}
	require.Len(t, seen, 6+13+3+1)
	for what, n := range seen {
		require.Greater(t, n, 50, what)
	}
}

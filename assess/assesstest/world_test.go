package assesstest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
)

func drawn(t testing.TB, w World, people int) *Sample {
	t.Helper()
	s, err := Draw(w, 1, people, 20)
	require.NoError(t, err)
	return s
}

// TestDraw: people are as the world says, counted here piece by piece.
func TestDraw(t *testing.T) {
	for _, w := range append(Worlds(), Invented()) {
		t.Run(w.Name, func(t *testing.T) {
			s := drawn(t, w, 300)
			kinds := map[assess.EvidenceKind]float64{}
			with, pieces := 0.0, 0.0
			for _, p := range s.People {
				about := map[string]bool{}
				for _, e := range p.Worker.Evidence {
					kinds[e.Kind]++
					pieces++
					about[e.Statements[0].ID] = true
					require.GreaterOrEqual(t, *e.Level, 0.0)
					require.LessOrEqual(t, *e.Level, float64(w.Top))
					require.LessOrEqual(t, e.At, day)
				}
				with += float64(len(about))
			}
			n := float64(300 * 20)
			if w.Hiding == 0 {
				require.InDelta(t, 1-w.None, with/n, 0.02)
			} else {
				require.Less(t, with/n, 1-w.None-0.05, "weak spots are kept out of sight")
			}
			require.InDelta(t, w.Pieces*(1+2*w.Repeated), pieces/with, 0.1*w.Pieces)
			for _, source := range w.Sources {
				require.InDelta(t, source.Share, kinds[source.Kind]/pieces, 0.02, source.Kind)
			}
		})
	}
}

// TestDrawIsStable: the same seed draws the same people, more of them draws these first,
// and another seed others.
func TestDrawIsStable(t *testing.T) {
	few, many := drawn(t, Worlds()[0], 3), drawn(t, Worlds()[0], 5)
	if diff := cmp.Diff(few.People, many.People[:3]); diff != "" {
		t.Error(diff)
	}
	other, err := Draw(Worlds()[0], 2, 3, 20)
	require.NoError(t, err)
	require.NotEmpty(t, cmp.Diff(few.People, other.People))
}

func TestDrawRefuses(t *testing.T) {
	w := Worlds()[0]
	for _, c := range []struct {
		why                string
		people, statements int
		change             func(*World)
	}{
		{"nobody", 0, 20, func(*World) {}},
		{"one statement cannot be ranked", 1, 1, func(*World) {}},
		{"no scale", 1, 20, func(w *World) { w.Top = 0 }},
		{"nothing is asked", 1, 20, func(w *World) { w.Required = nil }},
		{"no source", 1, 20, func(w *World) { w.Sources = nil }},
		{"certificates for what is off the scale", 1, 20, func(w *World) { w.CutShares = make([]float64, 5) }},
		{"less than one piece where there is some", 1, 20, func(w *World) { w.Pieces = 0.5 }},
	} {
		world := w
		c.change(&world)
		_, err := Draw(world, 1, c.people, c.statements)
		require.ErrorIs(t, err, ErrWorld, c.why)
	}
}

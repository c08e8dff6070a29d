package assesstest

import (
	"context"
	"encoding/json"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

func small() Options { return Options{Seed: 5, People: 12, Statements: 6, Worlds: Worlds()[:2]} }

func run(t *testing.T, o Options) *Result {
	t.Helper()
	r, err := Run(t.Context(), o)
	require.NoError(t, err)
	return r
}

// TestRunIsDeterministic: one processor or many, the same figures to the last bit.
func TestRunIsDeterministic(t *testing.T) {
	many := run(t, small())
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if diff := cmp.Diff(many, run(t, small())); diff != "" {
		t.Error(diff)
	}
}

func TestProgress(t *testing.T) {
	var seen [][2]int
	o := small()
	o.Models = Models()[:2]
	o.Progress = func(done, total int) { seen = append(seen, [2]int{done, total}) }
	run(t, o)
	require.Equal(t, [][2]int{{1, 4}, {2, 4}, {3, 4}, {4, 4}}, seen)
}

func TestRunStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Run(ctx, small())
	require.ErrorIs(t, err, context.Canceled)
}

func TestRunRefusesAPolicy(t *testing.T) {
	o := small()
	o.Models = []Model{{Name: "empty"}}
	_, err := Run(t.Context(), o)
	require.ErrorIs(t, err, ksb.ErrValue)
}

// oracle knows the truth: every measure must say that it is perfect.
type oracle struct{ belief.Mean }

// TestPerfect: one exact observation a statement, read by the plain mean, is the truth.
func TestPerfect(t *testing.T) {
	w := Worlds()[0]
	w.Sources = []Source{{assess.Observation, 1, 0}}
	w.Severity, w.Growth, w.None, w.Pieces, w.Repeated = 0, Normal{}, 0, 1, 0
	r := run(t, Options{Seed: 1, People: 50, Worlds: []World{w}, Models: []Model{{Name: "oracle", Policy: assess.DefaultPolicy(), Model: oracle{}}}})
	m := r.Models[0].Overall
	want := Measures{Spearman: 1, NDCG5: 1, PairsRight: 1, RoleCover: m.RoleCover, MAE: m.MAE, Coverage90: m.Coverage90}
	if diff := cmp.Diff(want, m, cmp.Comparer(func(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 })); diff != "" {
		t.Error(diff)
	}
	require.InDelta(t, 0.25, m.MAE, 0.03, "a grade is a whole level: the rest is rounding")
}

// TestJSON: models and worlds are objects by name, as other programs read them.
func TestJSON(t *testing.T) {
	data, err := json.Marshal(run(t, small()))
	require.NoError(t, err)
	var read struct {
		Format string
		Models map[string]struct {
			Spearman, NDCG5, Brier, ECE, MAE, Coverage90 *float64
			Worlds                                       map[string]struct{ Brier *float64 }
		}
	}
	require.NoError(t, json.Unmarshal(data, &read))
	require.Equal(t, Format, read.Format)
	require.Len(t, read.Models, len(Models()))
	ledger := read.Models["ledger"]
	for _, field := range []*float64{ledger.Spearman, ledger.NDCG5, ledger.Brier, ledger.ECE, ledger.MAE, ledger.Coverage90, ledger.Worlds["noise"].Brier} {
		require.NotNil(t, field)
	}
}

// TestInventedStaysOut: the mean is over the published worlds, so that it can be held
// against published figures.
func TestInventedStaysOut(t *testing.T) {
	o := small()
	with := o
	with.Worlds = append(with.Worlds[:2:2], Invented())
	require.Equal(t, run(t, o).Models[0].Overall, run(t, with).Models[0].Overall)
	alone := o
	alone.Worlds = []World{Invented()}
	require.Equal(t, run(t, alone).Models[0].Worlds[0].Measures, run(t, alone).Models[0].Overall)
}

func TestMeanOrMiddle(t *testing.T) {
	var got, want belief.Estimate
	s := belief.Scale{Top: 4}
	MeanOrMiddle{}.Estimate(&got, s, nil)
	require.Equal(t, 2.0, got.Mean)
	pieces := []belief.Piece{{Level: 3, Reliability: 0.5, Weight: 1}}
	MeanOrMiddle{}.Estimate(&got, s, pieces)
	belief.Mean{}.Estimate(&want, s, pieces)
	require.Equal(t, want.AtLeast, got.AtLeast)
}

func BenchmarkRun(b *testing.B) {
	b.ReportAllocs()
	o := Options{Seed: 1, People: 100, Worlds: Worlds()[:1], Models: Models()[:1]}
	for b.Loop() {
		if _, err := Run(b.Context(), o); err != nil {
			b.Fatal(err)
		}
	}
}

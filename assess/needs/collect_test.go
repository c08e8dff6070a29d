package needs_test

import (
	"encoding/binary"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/needs"
	"github.com/skillgap-go/skillgap/ksb"
)

type mistake struct {
	Fault ksb.Fault
	Path  string
}

func mistakes(problems ksb.Problems) (list []mistake) {
	for _, p := range problems {
		list = append(list, mistake{p.Fault, p.Path})
	}
	return list
}

// Every mistake at once; what is sound stays.
func TestCollect(t *testing.T) {
	t.Parallel()
	items := []needs.Item{{ID: "i"}}
	rated := func(who, item string, x float64) needs.Answer {
		return needs.Answer{Respondent: who, Item: item, Importance: &x, Performance: new(2.0)}
	}
	sound := rated("s", "i", 3)
	for _, row := range []struct {
		why  string
		give needs.Survey
		want []mistake
		kept int
	}{
		{"sound", needs.Survey{Scale: oneToFive(), Items: items, Answers: []needs.Answer{sound}}, nil, 1},
		{"no scale", needs.Survey{Items: items, Answers: []needs.Answer{sound}},
			[]mistake{{ksb.ErrScale, "difficulty"}, {ksb.ErrScale, "frequency"}, {ksb.ErrScale, "scale"}}, 0},
		{"no number", needs.Survey{Scale: oneToFive(), Frequency: needs.Scale{Least: math.NaN(), Most: 4}}, []mistake{{ksb.ErrScale, "frequency"}}, 0},
		{"without end", needs.Survey{Scale: oneToFive(), Difficulty: needs.Scale{Most: math.Inf(1)}}, []mistake{{ksb.ErrScale, "difficulty"}}, 0},
		{"an item twice, one without a name", needs.Survey{Scale: oneToFive(), Items: append(slices.Clone(items), needs.Item{}, needs.Item{ID: "i"}), Answers: []needs.Answer{sound}},
			[]mistake{{ksb.ErrMissingID, "items"}, {ksb.ErrDuplicateID, "items[i]"}}, 1},
		{"off the scale", needs.Survey{Scale: oneToFive(), Items: items, Answers: []needs.Answer{sound, rated("a", "i", 6)}}, []mistake{{ksb.ErrValue, "answers[a][i].importance"}}, 1},
		{"no number", needs.Survey{Scale: oneToFive(), Items: items, Answers: []needs.Answer{sound, rated("a", "i", math.NaN())}}, []mistake{{ksb.ErrValue, "answers[a][i].importance"}}, 1},
		{"nobody, of nothing", needs.Survey{Scale: oneToFive(), Items: items, Answers: []needs.Answer{sound, rated("", "x", 3)}},
			[]mistake{{ksb.ErrMissing, "answers[][x]"}, {ksb.ErrValue, "answers[][x]"}}, 1},
		{"twice: neither counts", needs.Survey{Scale: oneToFive(), Items: items, Answers: []needs.Answer{sound, rated("a", "i", 3), rated("a", "i", 4)}},
			[]mistake{{ksb.ErrDuplicateID, "answers[a][i]"}}, 1},
	} {
		r, problems := needs.Collect(row.give)
		if diff := cmp.Diff(row.want, mistakes(problems)); diff != "" {
			t.Error(row.why, diff)
		}
		kept := 0
		for _, s := range r.Borich(needs.Counting{}).Scores {
			kept = s.N
		}
		require.Equal(t, row.kept, kept, row.why)
	}
}

// Nothing is not zero: no answers, no score; and no items, no grid.
func TestNothing(t *testing.T) {
	t.Parallel()
	r := compared(t, needs.Survey{Scale: oneToFive(), Items: []needs.Item{{ID: "i2"}, {ID: "i10"}}}, needs.Options{})
	require.Empty(t, r.Items)
	require.Equal(t, []needs.Silent{{"i2", 0}, {"i10", 0}}, r.Silent)
	require.Zero(t, r.Respondents)
	require.Len(t, r.Agreement, 3)
	for _, a := range r.Agreement {
		require.Nil(t, a.Tau)
	}
	for _, row := range compared(t, needs.Survey{Scale: oneToFive(), Items: []needs.Item{{ID: "i"}}, Answers: answers("i", []float64{4}, []float64{4})}, needs.Options{}).Items {
		require.Nil(t, row.DIF, "difficulty was not asked")
		require.Nil(t, row.Trainable)
		require.Equal(t, needs.Place{Value: 0, Rank: 1}, row.Borich, "no discrepancy is a discrepancy of 0")
	}
}

func TestCompareRefuses(t *testing.T) {
	t.Parallel()
	r := oneItem(t, []float64{4}, []float64{3})
	for why, o := range map[string]needs.Options{
		"no such policy":    {Counting: needs.Counting{Missing: 9}},
		"no such average":   {Average: 9},
		"no such crossing":  {Quadrants: needs.Crosshair{At: 9}},
		"nor here":          {Locus: needs.Crosshair{At: 255}},
		"a line at nothing": {Quadrants: needs.Crosshair{At: needs.Given, Importance: math.NaN()}},
		"a line far away":   {Locus: needs.Crosshair{At: needs.Given, Other: math.Inf(-1)}},
		"a cut at nothing":  {Cuts: needs.Cuts{Difficulty: new(math.NaN())}},
	} {
		_, err := needs.Compare(r, o)
		require.ErrorIs(t, err, ksb.ErrValue, why)
	}
}

// Areas average their items, each counting once; a minority that believes in training is told.
func TestAreasAndTraining(t *testing.T) {
	t.Parallel()
	s := needs.Survey{Scale: oneToFive(), Items: []needs.Item{{ID: "i1", Area: "b"}, {ID: "i2", Area: "b"}, {ID: "i3", Area: "a"}, {ID: "i4"}}}
	s.Answers = slices.Concat(answers("i1", []float64{5, 5, 5}, []float64{1, 1, 1}), answers("i2", []float64{4}, []float64{4}),
		answers("i3", []float64{4}, []float64{1}), answers("i4", []float64{5}, []float64{1}))
	s.Answers[0].Trainable, s.Answers[1].Trainable, s.Answers[2].Trainable = new(true), new(false), new(false)
	r := compared(t, s, needs.Options{})
	require.Equal(t, []needs.Area{{"a", 1, 3}, {"b", 2, 2}}, r.Areas)
	require.Equal(t, &needs.Share{Yes: 1, Of: 3}, r.Items[0].Trainable)
	require.True(t, r.Items[0].Trainable.Minority())
	require.False(t, needs.Share{Yes: 1, Of: 2}.Minority())
}

// Names are written and read alike.
func TestNames(t *testing.T) {
	t.Parallel()
	for want, v := range map[string]interface {
		MarshalText() ([]byte, error)
		String() string
	}{
		"available": needs.Available, "median": needs.Median, "midpoint": needs.Midpoint, "overkill": needs.Overkill,
		"top": needs.Top, "over-train": needs.OverTrain, "dif": needs.DIFTree,
	} {
		text, err := v.MarshalText()
		require.NoError(t, err)
		require.Equal(t, want, string(text))
		require.Equal(t, want, v.String())
	}
	var m needs.Missing
	var a needs.Average
	var c needs.Crossing
	var q needs.Quadrant
	var f needs.Focus
	var d needs.Training
	var method needs.Method
	for text, v := range map[string]interface{ UnmarshalText([]byte) error }{
		"complete": &m, "median": &a, "given": &c, "keep-up": &q, "neither": &f, "train": &d, "borich": &method,
	} {
		require.NoError(t, v.UnmarshalText([]byte(text)))
		require.ErrorIs(t, v.UnmarshalText([]byte("nonsense")), ksb.ErrValue)
	}
	require.Equal(t, []any{needs.Complete, needs.Median, needs.Given}, []any{m, a, c}, "what is refused changes nothing")
}

// Whatever numbers it is given, a result holds numbers.
func FuzzCompare(f *testing.F) {
	bytesOf := func(list ...float64) (data []byte) {
		for _, x := range list {
			data = binary.LittleEndian.AppendUint64(data, math.Float64bits(x))
		}
		return data
	}
	f.Add(bytesOf(1, 5, 4, 3, 2, 1, 5, 4, 3), uint8(0), 3.0)
	f.Add(bytesOf(-1e6, 1e6, -1e6, 1e6, 1e-300, 5e-324), uint8(7), 1e6)
	f.Add(bytesOf(0, 5e-324, 0, 5e-324), uint8(3), math.NaN())
	f.Add(bytesOf(math.NaN(), math.Inf(1)), uint8(1), math.Inf(1))
	f.Fuzz(func(t *testing.T, data []byte, choice uint8, line float64) {
		var list []float64
		for ; len(data) >= 8; data = data[8:] {
			list = append(list, math.Float64frombits(binary.LittleEndian.Uint64(data)))
		}
		s := needs.Survey{Items: []needs.Item{{ID: "a", Area: "x"}, {ID: "b", Area: "x"}, {ID: "c"}}}
		if len(list) > 1 {
			s.Scale, list = needs.Scale{Least: list[0], Most: list[1]}, list[2:]
		}
		for i := 0; i+3 < len(list); i += 4 {
			s.Answers = append(s.Answers, needs.Answer{Respondent: string(rune('p' + i/12)), Item: string(rune('a' + i/4%3)),
				Importance: &list[i], Performance: &list[i+1], Difficulty: &list[i+2], Frequency: &list[i+3]})
		}
		at := needs.Crosshair{At: needs.Crossing(choice % 4), Importance: line, Other: line}
		returns, _ := needs.Collect(s)
		r, err := needs.Compare(returns, needs.Options{Counting: needs.Counting{Missing: needs.Missing(choice / 4 % 3)}, Quadrants: at, Locus: at, Average: needs.Average(choice % 2)})
		if err != nil {
			return
		}
		list = []float64{r.Crossing.Importance, r.Crossing.Performance, r.Crossing.LocusImportance, r.Crossing.LocusDiscrepancy}
		for _, row := range r.Items {
			list = append(list, row.Importance, row.Performance, row.Borich.Value, row.Ranked.Value, row.Difference.Value)
		}
		for _, a := range r.Areas {
			list = append(list, a.Difference)
		}
		for _, a := range r.Agreement {
			if a.Tau != nil {
				list = append(list, *a.Tau)
			}
			list = append(list, a.Overlap)
		}
		for _, x := range list {
			require.False(t, math.IsNaN(x) || math.IsInf(x, 0), "%v", list)
		}
	})
}

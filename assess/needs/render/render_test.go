package render_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/needs"
	"github.com/skillgap-go/skillgap/assess/needs/render"
)

// ward is a survey of three items among three people; nobody answered the last.
func ward() *needs.Result {
	survey := needs.Survey{Scale: needs.Scale{Least: 1, Most: 5}, Items: []needs.Item{
		{ID: "i1", Text: "Positions patients", Area: "care", Statement: "S1"}, {ID: "i2", Text: "Orders stock", Area: "kit"}, {ID: "i3"},
	}}
	for i, x := range [][4]float64{{5, 3, 4, 1}, {4, 2, 5, 2}, {5, 2, 5, 1}} {
		who := fmt.Sprint("r", i)
		survey.Answers = append(survey.Answers,
			needs.Answer{Respondent: who, Item: "i1", Importance: new(x[0]), Performance: new(x[1]), Difficulty: new(x[2]), Frequency: new(x[3])},
			needs.Answer{Respondent: who, Item: "i2", Importance: new(x[1]), Performance: new(x[0]), Trainable: new(i == 0)})
	}
	returns, problems := needs.Collect(survey)
	if problems != nil {
		fmt.Println(problems)
	}
	result, err := needs.Compare(returns, needs.Options{})
	if err != nil {
		fmt.Println(err)
	}
	return result
}

func ExampleText() {
	if err := render.Text(os.Stdout, ward()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Training needs: 2 items, 3 people
	// ---------------------------------
	//   First  i1 Positions patients
	//
	// Items, the greatest need by Borich first (rank in brackets)
	// -----------------------------------------------------------
	//     1. i1 Positions patients
	//        Borich 10.89 (1), ranked discrepancy -100.00 (1), importance less
	//        performance 2.33 (1)
	//        Importance 4.67, performance 2.33, 3 people: concentrate here. Important
	//        and far short. By difficulty, importance and frequency: train, and
	//        refresh between times.
	//     2. i2 Orders stock
	//        Borich -5.44 (2), ranked discrepancy 100.00 (2), importance less
	//        performance -2.33 (2)
	//        Importance 2.33, performance 4.67, 3 people: possibly more than is
	//        needed. Only 1 of 3 say that training would help.
	//
	// Areas, importance less performance
	// ----------------------------------
	//   2.33   care (1 item)
	//   -2.33  kit (1 item)
	//
	// How far the methods agree
	// -------------------------
	//   - Borich and ranked discrepancy: Kendall's tau-b 1.00; of the first 10 they
	//     share 2 (100%).
	//   - Borich and importance less performance: Kendall's tau-b 1.00; of the first
	//     10 they share 2 (100%).
	//   - Borich and difficulty-importance-frequency: tau-b not defined, since one of
	//     them tells no two items apart; of the first 10 they share 1 (100%).
	//   - ranked discrepancy and importance less performance: Kendall's tau-b 1.00; of
	//     the first 10 they share 2 (100%).
	//   - ranked discrepancy and difficulty-importance-frequency: tau-b not defined,
	//     since one of them tells no two items apart; of the first 10 they share 1
	//     (100%).
	//   - importance less performance and difficulty-importance-frequency: tau-b not
	//     defined, since one of them tells no two items apart; of the first 10 they
	//     share 1 (100%).
	//
	// Not enough answers
	// ------------------
	//   - i3: 0 people gave both ratings.
	//
	// What this rests on
	// ------------------
	//   Counted: for each item, the people who gave both ratings for it.
	//   The quadrants cross at importance 3.50 and performance 3.50 (means of the
	//   items), the locus at importance 3.50 and discrepancy 0.00 (means of the
	//   items).
	//   These are opinions about work, not evidence about a person.
}

func ExampleJSON() {
	var out bytes.Buffer
	err := render.JSON(&out, ward())
	fmt.Println(strings.Join(strings.Split(out.String(), "\n")[:5], "\n"), err)
	// Output:
	// {
	//   "format": "needs/1",
	//   "respondents": 3,
	//   "options": {
	//     "missing": "pairwise", <nil>
}

// The keys in the comment are those that are written, in their order.
func TestTheDocumentInTheComment(t *testing.T) {
	t.Parallel()
	file, err := parser.ParseFile(token.NewFileSet(), "render.go", nil, parser.ParseComments)
	require.NoError(t, err)
	var comment string
	for _, group := range file.Comments {
		if strings.HasPrefix(group.Text(), "JSON writes") {
			comment = group.Text()
		}
	}
	stated := comment[strings.Index(comment, "{") : strings.LastIndex(comment, "}")+1]
	var out bytes.Buffer
	require.NoError(t, render.JSON(&out, ward()))
	if diff := cmp.Diff(keys(t, stated), keys(t, out.String())); diff != "" {
		t.Error(diff)
	}
	require.NotContains(t, strings.ReplaceAll(out.String(), ": null", ""), "null", "lists are lists")
}

// keys are the paths of a document.
func keys(t *testing.T, text string) []string {
	t.Helper()
	var document any
	require.NoError(t, json.Unmarshal([]byte(text), &document))
	paths := map[string]bool{}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, inner := range v { // any order: sorted below
				paths[path+"."+key] = true
				walk(path+"."+key, inner)
			}
		case []any:
			for _, inner := range v {
				walk(path, inner)
			}
		}
	}
	walk("", document)
	return slices.Sorted(maps.Keys(paths))
}

// No line is too long, whatever the items are called, and nothing is lost.
func TestTextIsNeverTooWide(t *testing.T) {
	t.Parallel()
	r := ward()
	r.Items[0].Text = strings.Repeat("Pneumonoultramicroscopic ", 12)
	r.Items[1].Item = strings.Repeat("x", 200)
	r.Agreement = append(r.Agreement, needs.Agreement{First: needs.Borich, Second: needs.DIFTree})
	for _, m := range []needs.Missing{needs.Pairwise, needs.Complete, needs.Available} {
		r.Options.Missing = m
		for _, at := range []needs.Crossing{needs.GrandMeans, needs.Medians, needs.Midpoint, needs.Given} {
			r.Options.Quadrants.At = at
			var out bytes.Buffer
			require.NoError(t, render.Text(&out, r))
			for line := range strings.Lines(out.String()) {
				require.LessOrEqual(t, utf8.RuneCountInString(line), 81)
			}
			require.Contains(t, out.String(), "Counted:")
		}
	}
	full := errors.New("the disk is full")
	require.ErrorIs(t, render.Text(failing{full}, r), full)
	require.ErrorIs(t, render.JSON(failing{full}, r), full)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// A survey that nobody answered is a page too.
func TestTextOfNothing(t *testing.T) {
	t.Parallel()
	returns, _ := needs.Collect(needs.Survey{})
	result, err := needs.Compare(returns, needs.Options{})
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, render.Text(&out, result))
	require.Contains(t, out.String(), "0 items, 0 people")
	require.NoError(t, render.JSON(&out, result))
}

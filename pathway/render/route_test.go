package render_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
)

func roleLabel(id ksb.RoleID, title string, qual ksb.Qual) pathway.RoleLabel {
	return pathway.RoleLabel{Role: id, Title: title, Qual: qual}
}

// journey has something in every part of it.
func journey() *pathway.Routes {
	support, senior, practitioner := roleLabel("support", "Imaging <support> worker", 2), roleLabel("senior", "Senior imaging support worker & \"lead\"", 3), roleLabel("ap", "Assistant practitioner in diagnostic imaging", 5)
	practitioner.Band, practitioner.Regulator = "AfC 4", "a council"
	asked := func(code string, action assess.Action) pathway.Asked {
		return pathway.Asked{Statement: ksb.StatementID("s-" + code), Code: code, Text: "does " + code, Level: 2, Critical: code == "K1", Action: action}
	}
	step := full().Steps[0]
	step.Opens = []ksb.GateID{"certificate"}
	first := pathway.Hop{
		RoleLabel: senior, Cover: 0.6153846, Links: []pathway.Link{
			{From: "support", To: "senior", Kind: pathway.PublishedLink, Relation: "lateral", Source: "a guide", Backwards: true, Cover: 0.6153846},
			{From: "support", To: "senior", Kind: pathway.ComputedLink, Cover: 0.6153846, Least: 0.4},
		},
		Shown: []pathway.Asked{asked("K1", assess.None)}, Built: []pathway.Asked{}, New: []pathway.Asked{asked("S2", assess.Develop), asked("S10", assess.Assess)},
		Gates: []assess.GateResult{
			{Gate: "certificate", Phase: ksb.Programme, State: assess.GateNotMet, Opens: [][]string{{"certificate-2"}}},
			{Gate: "maths", Phase: ksb.Entry, State: assess.GateUnknown, Opens: [][]string{{"fs-maths-2"}, {"gcse-maths-4"}}},
			{Gate: "age", Phase: ksb.Entry, State: assess.GateMet, Opens: [][]string{}},
		},
		AssessFirst: []pathway.Assessment{{Statement: "s-S10", Action: assess.Assess}}, Steps: []pathway.Step{step}, CostPence: 12000, Minutes: 420, Weeks: 1,
		Left: []pathway.Left{}, Total: pathway.Totals{CostPence: 12000, Minutes: 420, Weeks: 1},
	}
	last := pathway.Hop{
		RoleLabel: practitioner, Cover: 0.5, Links: []pathway.Link{{From: "senior", To: "ap", Kind: pathway.ComputedLink, Cover: 0.5, Least: 0.4}},
		Shown: []pathway.Asked{}, Built: []pathway.Asked{asked("S2", assess.Develop)}, New: []pathway.Asked{}, Gates: []assess.GateResult{}, AssessFirst: []pathway.Assessment{},
		Steps: []pathway.Step{}, Left: []pathway.Left{{Statement: "s-S2", Reason: pathway.NoCourse, Refs: []string{}}}, Total: pathway.Totals{CostPence: 12000, Minutes: 420, Weeks: 1, Left: 1},
	}
	return &pathway.Routes{
		Format: pathway.RouteFormat, Worker: "w-17", From: &support, To: practitioner, Objectives: []pathway.Objective{pathway.LeastPence, pathway.LeastWeeks}, Proved: true,
		Routes: []pathway.Route{{Hops: []pathway.Hop{first, last}, Totals: last.Total, Asked: 3, Proved: true, BoundPence: 12000}},
		Direct: pathway.Totals{CostPence: 9000, Minutes: 400, Weeks: 1},
	}
}

// county is a map with a ring, a sideways link, and a link that passes a column.
func county() pathway.Map {
	r := journey()
	link := func(from, to ksb.RoleID, kind pathway.LinkKind) pathway.Link {
		return pathway.Link{From: from, To: to, Kind: kind, Relation: "progression", Cover: 0.5}
	}
	return pathway.Map{
		Roles: []pathway.RoleLabel{r.To, roleLabel("manager", "Manager", 5), r.Routes[0].Hops[0].RoleLabel, *r.From},
		Links: []pathway.Link{
			link("ap", "support", pathway.ComputedLink), link("manager", "senior", pathway.PublishedLink), link("senior", "manager", pathway.PublishedLink),
			link("senior", "ap", pathway.ComputedLink), link("support", "ap", pathway.PublishedLink), link("support", "senior", pathway.PublishedLink),
		},
	}
}

func TestRouteGoldens(t *testing.T) {
	person := journey()
	person.From, person.Routes[0].Hops[0].Links, person.Routes[0].Hops[0].Start = nil, []pathway.Link{}, pathway.StartCovered
	person.Proved, person.Pareto = false, true
	nobody := &pathway.Routes{Format: pathway.RouteFormat, Worker: "w-17", To: journey().To, Objectives: []pathway.Objective{pathway.LeastPence}, Routes: []pathway.Route{}, Proved: true}
	for name, write := range map[string]func(io.Writer) error{ // any order: each has its own file
		"route.txt":        func(w io.Writer) error { return render.RoutesText(w, journey()) },
		"route-person.txt": func(w io.Writer) error { return render.RoutesText(w, person) },
		"route-none.txt":   func(w io.Writer) error { return render.RoutesText(w, nobody) },
		"route.json":       func(w io.Writer) error { return render.RoutesJSON(w, journey()) },
		"map.svg":          func(w io.Writer) error { return render.MapSVG(w, county(), journey()) },
		"map-person.svg":   func(w io.Writer) error { return render.MapSVG(w, county(), person) },
		"map-alone.svg":    func(w io.Writer) error { return render.MapSVG(w, county(), nil) },
		"map-empty.svg":    func(w io.Writer) error { return render.MapSVG(w, pathway.Map{}, nil) },
		"map.mmd":          func(w io.Writer) error { return render.MapMermaid(w, county(), journey()) },
		"map-person.mmd":   func(w io.Writer) error { return render.MapMermaid(w, county(), person) },
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			require.NoError(t, write(&out))
			path := filepath.Join("testdata", name)
			if *update {
				require.NoError(t, os.WriteFile(path, out.Bytes(), 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err)
			if diff := cmp.Diff(string(want), out.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRoutesFitSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("route-1.schema.json")
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, render.RoutesJSON(&out, journey()))
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(out.Bytes()))
	require.NoError(t, err)
	require.NoError(t, schema.Validate(document))
	for _, c := range []struct{ old, new, why string }{
		{`"kind": "computed"`, `"kind": "guessed"`, "a link is published or computed"},
		{`"pareto": false`, `"pareto": 0`, "a type"},
		{`"worker": "w-17"`, `"name": "w-17"`, "a key that is not there"},
		{`"costPence": 12000`, `"costPence": -1`, "money is not negative"},
	} {
		broken := strings.Replace(out.String(), c.old, c.new, 1)
		require.NotEqual(t, out.String(), broken, c.why)
		document, err := jsonschema.UnmarshalJSON(strings.NewReader(broken))
		require.NoError(t, err)
		require.Error(t, schema.Validate(document), c.why)
	}
}

// TestRoutesCanBeReadAgain: route/1 holds all of it.
func TestRoutesCanBeReadAgain(t *testing.T) {
	var out, again bytes.Buffer
	require.NoError(t, render.RoutesJSON(&out, journey()))
	var back pathway.Routes
	require.NoError(t, json.Unmarshal(out.Bytes(), &back))
	require.NoError(t, render.RoutesJSON(&again, &back))
	require.Equal(t, out.String(), again.String())
}

func TestRouteTextFits(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, render.RoutesText(&out, journey()))
	for line := range strings.Lines(out.String()) {
		require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), 80, line)
	}
}

// TestMapsOfAnyShape: whatever the map, the drawing is well-formed, holds every role once,
// keeps boxes apart and inside, and is the same again.
func TestMapsOfAnyShape(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2026))
	for range 200 {
		m := pathway.Map{}
		n := rng.IntN(12)
		for i := range n {
			m.Roles = append(m.Roles, roleLabel(ksb.RoleID(fmt.Sprint("r", i)), strings.Repeat("long <title> ", rng.IntN(6)), 0))
		}
		for range rng.IntN(3*n + 1) {
			m.Links = append(m.Links, pathway.Link{From: m.Roles[rng.IntN(n)].Role, To: m.Roles[rng.IntN(n)].Role, Kind: pathway.LinkKind(1 + rng.IntN(2))})
		}
		var r *pathway.Routes
		if n > 1 && rng.IntN(2) == 0 {
			r = &pathway.Routes{Worker: "w", To: m.Roles[0]}
			for range 1 + rng.IntN(3) {
				route := pathway.Route{}
				for _, at := range rng.Perm(n)[:1+rng.IntN(min(n, 4))] {
					route.Hops = append(route.Hops, pathway.Hop{RoleLabel: m.Roles[at]})
				}
				r.Routes = append(r.Routes, route)
			}
			if rng.IntN(2) == 0 {
				r.From = &m.Roles[1]
			}
		}
		var out, again bytes.Buffer
		require.NoError(t, render.MapSVG(&out, m, r))
		require.NoError(t, render.MapSVG(&again, m, r))
		require.Equal(t, out.String(), again.String())
		apart(t, out.Bytes(), n)
		require.NoError(t, render.MapMermaid(io.Discard, m, r))
	}
}

// shape is a rectangle of a drawing.
type shape struct {
	X      int `xml:"x,attr"`
	Y      int `xml:"y,attr"`
	Width  int `xml:"width,attr"`
	Height int `xml:"height,attr"`
	RX     int `xml:"rx,attr"`
}

// apart: boxes, which are as wide as each other, do not touch, and lie inside.
func apart(t *testing.T, svg []byte, roles int) {
	t.Helper()
	var drawn struct {
		Width  int     `xml:"width,attr"`
		Height int     `xml:"height,attr"`
		Rects  []shape `xml:"rect"`
	}
	require.NoError(t, xml.Unmarshal(svg, &drawn))
	var boxes []shape
	for _, r := range drawn.Rects {
		if r.Width == 206 {
			boxes = append(boxes, r)
		}
	}
	require.GreaterOrEqual(t, len(boxes), roles)
	require.LessOrEqual(t, len(boxes), roles+1, "the person may stand beside them")
	for i, a := range boxes {
		require.True(t, a.X >= 0 && a.Y >= 0 && a.X+a.Width <= drawn.Width && a.Y+a.Height <= drawn.Height)
		for _, b := range boxes[i+1:] {
			require.False(t, a.X < b.X+b.Width && b.X < a.X+a.Width && a.Y < b.Y+b.Height && b.Y < a.Y+a.Height, "%v touches %v", a, b)
		}
	}
}

// FuzzMapTitles: no title breaks a drawing.
func FuzzMapTitles(f *testing.F) {
	for _, s := range []string{"a", "<script>", "\x00", "a\"b", "]]>", strings.Repeat("x", 99), "\u202eback"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, title string) {
		m := pathway.Map{Roles: []pathway.RoleLabel{roleLabel("a", title, 2), roleLabel("b", "b", 3)}, Links: []pathway.Link{{From: "a", To: "b", Kind: pathway.PublishedLink}}}
		r := &pathway.Routes{Worker: title, To: m.Roles[1], Routes: []pathway.Route{{Hops: []pathway.Hop{{RoleLabel: m.Roles[0]}, {RoleLabel: m.Roles[1]}}}}}
		var out bytes.Buffer
		require.NoError(t, render.MapSVG(&out, m, r))
		apart(t, out.Bytes(), 2)
		out.Reset()
		require.NoError(t, render.MapMermaid(&out, m, r))
		require.Equal(t, 1+3+2, strings.Count(out.String(), "\n"), "one line for each role and link: %q", out.String())
	})
}

// broken is a writer that fails.
type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestRouteWritersReportErrors(t *testing.T) {
	require.Error(t, render.RoutesJSON(brokenWriter{}, journey()))
	require.Error(t, render.RoutesText(brokenWriter{}, journey()))
	require.Error(t, render.MapSVG(brokenWriter{}, county(), nil))
	require.Error(t, render.MapMermaid(brokenWriter{}, county(), nil))
}

func ExampleMapMermaid() {
	m := pathway.Map{
		Roles: []pathway.RoleLabel{{Role: "a", Title: "Support worker", Qual: 2}, {Role: "b", Title: "Senior support worker", Qual: 3}},
		Links: []pathway.Link{{From: "a", To: "b", Kind: pathway.PublishedLink, Relation: "progression"}},
	}
	if err := render.MapMermaid(os.Stdout, m, nil); err != nil {
		fmt.Println(err)
	}
	// Output:
	// flowchart LR
	//   n0["Support worker (level 2)"]
	//   n1["Senior support worker (level 3)"]
	//   n0 --> n1
}

func ExampleRoutesText() {
	r := &pathway.Routes{Worker: "w-17", To: pathway.RoleLabel{Title: "Manager"}, Objectives: []pathway.Objective{pathway.LeastPence}, Proved: true}
	if err := render.RoutesText(os.Stdout, r); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Routes for w-17 to Manager
	// --------------------------
	// No route leads there on this map within these limits.
	//
	// The target alone
	// ----------------
	// £0.00, 0 minutes, 0 weeks. No route can cost less.
}

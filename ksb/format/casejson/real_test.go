package casejson_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/casejson"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

// object is a second, plain way to look into a package.
type object map[string]any

func (o object) text(key string) string { s, _ := o[key].(string); return s }

func (o object) end(key string) string {
	m, _ := o[key].(map[string]any)
	return object(m).text("identifier")
}

func (o object) list(key string) (list []any) {
	found, _ := o[key].([]any)
	for _, each := range found {
		list = append(list, object(each.(map[string]any)))
	}
	return list
}

func plain(t *testing.T, data []byte) (o object) {
	t.Helper()
	require.NoError(t, json.Unmarshal(data, &o))
	return o
}

// counts is what must be the same however a package is looked at.
type counts struct {
	Texts    map[string]string // of the statements, by identifier
	Children int               // pairs of parent and child
	Leaves   int
	Exact    int
	Close    int
	Requires int
	NoPlace  map[string]int
}

func countPlainly(o object) counts {
	c := counts{Texts: map[string]string{}, NoPlace: map[string]int{}}
	for _, key := range []string{"creator", "language", "notes"} {
		if o["CFDocument"].(map[string]any)[key] != nil {
			c.NoPlace["CFDocument."+key]++
		}
	}
	defined, _ := o["CFDefinitions"].(map[string]any)
	for key, list := range defined { // any order: each is counted alone
		if n := len(list.([]any)); n > 0 {
			c.NoPlace["CFDefinitions."+key] = n
		}
	}
	for _, each := range o.list("CFItems") {
		it := each.(object)
		c.Texts[it.text("identifier")] = it.text("humanCodingScheme") + "|" + it.text("fullStatement")
		for _, key := range []string{"language", "notes", "listEnumeration", "educationalLevel", "educationLevel"} {
			if it[key] != nil {
				c.NoPlace["CFItems[]."+key]++
			}
		}
	}
	parents := map[string]bool{}
	for _, each := range o.list("CFAssociations") {
		a := each.(object)
		_, here := c.Texts[a.end("destinationNodeURI")]
		switch kind := a.text("associationType"); {
		case kind == "isChildOf" && here:
			c.Children++
			parents[a.end("destinationNodeURI")] = true
		case kind == "isChildOf":
		case kind == "exactMatchOf":
			c.Exact++
		case kind == "isRelatedTo" || kind == "isPeerOf":
			c.Close++
		case kind == "precedes" && here:
			c.Requires++
		default:
			c.NoPlace["CFAssociations["+kind+"]"]++
		}
	}
	c.Leaves = len(c.Texts) - len(parents)
	return c
}

func countOf(f ksb.Framework) counts {
	c := counts{Texts: map[string]string{}, NoPlace: map[string]int{}}
	for _, s := range f.Statements {
		c.Texts[string(s.ID)] = s.Code + "|" + s.Text
		c.Requires += len(s.Requires)
	}
	for _, g := range f.Groups {
		c.Children += len(g.Members)
	}
	for _, l := range f.Links {
		switch l.Relation {
		case ksb.Exact:
			c.Exact++
		case ksb.Close:
			c.Close++
		}
	}
	c.Leaves = len(f.Roles[0].Requirements)
	return c
}

func TestRealPackages(t *testing.T) {
	tests := []struct {
		file                           string
		items, children, leaves, links int
		noPlace                        int // keys and types of association
	}{
		{"Utf8TestFramework.json", 1, 0, 1, 0, 1},
		{"SmartLevelFramework.json", 14, 12, 12, 0, 1},
		{"opensalt-framework-20c5134f.json", 16, 14, 12, 18, 8},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			data := contents(t, given.Shared(t, "data", "case", tt.file))
			require.True(t, casejson.Detect(tt.file, data))
			want := countPlainly(plain(t, data))
			if diff := cmp.Diff([]int{tt.items, tt.children, tt.leaves, tt.links, tt.noPlace},
				[]int{len(want.Texts), want.Children, want.Leaves, want.Exact + want.Close, len(want.NoPlace)}); diff != "" {
				t.Error("the file has changed:", diff)
			}
			f, problems := casejson.Read(bytes.NewReader(data), "real")
			got := countOf(f)
			for _, p := range problems {
				require.Equal(t, "real", p.Origin.File)
				require.Positive(t, p.Origin.Line)
				if p.Fault == casejson.ErrNoPlace {
					got.NoPlace[p.Path] = numberIn(t, p.Detail)
				}
			}
			require.Len(t, problems, len(want.NoPlace)+1, "and the kinds, once: nothing else is wrong")
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			_, compiled := ksb.Compile(f)
			require.NoError(t, compiled.Err())

			requireRoundTrip(t, f)
			if diff := cmp.Diff(pairs(plain(t, data)), pairs(plain(t, written(t, f)))); diff != "" {
				t.Error("the hierarchy, which other programs look at:", diff)
			}
		})
	}
}

func numberIn(t *testing.T, detail string) (n int) {
	t.Helper()
	for _, c := range detail {
		if c < '0' || c > '9' {
			break
		}
		n = n*10 + int(c-'0')
	}
	require.Positive(t, n, detail)
	return n
}

// pairs are child, type and parent of the associations among items that stand in both
// a package and what we write of it.
func pairs(o object) map[[3]string]bool {
	here, found := map[string]bool{}, map[[3]string]bool{}
	for _, each := range o.list("CFItems") {
		here[each.(object).text("identifier")] = true
	}
	here[object(o["CFDocument"].(map[string]any)).text("identifier")] = true
	roles := map[string]bool{}
	for _, each := range o.list("CFItems") {
		roles[each.(object).text("identifier")] = each.(object).text("CFItemType") == "Role"
	}
	for _, each := range o.list("CFAssociations") {
		a := each.(object)
		from, kind, to := a.end("originNodeURI"), a.text("associationType"), a.end("destinationNodeURI")
		if here[from] && here[to] && !roles[from] && !roles[to] {
			found[[3]string{from, kind, to}] = true
		}
	}
	return found
}

// The order of siblings is that of their numbers, which OpenSALT writes as text.
func TestRealPackageInDetail(t *testing.T) {
	f, _ := casejson.Read(bytes.NewReader(contents(t, given.Shared(t, "data", "case", "opensalt-framework-20c5134f.json"))), "real")
	require.Equal(t, ksb.FrameworkID("20c5134f-423d-4097-a971-3dd5152bf507"), f.ID)
	require.Equal(t, "Draft", f.Edition)
	require.Equal(t, "What Standards Could Be", f.Roles[0].Title)
	wantGroups := []ksb.Group{
		{ID: "edfce0e7-dbbf-40d5-af1a-baccabef85e9", Title: f.Statements[0].Text, Members: []string{
			"b6f61076-aa12-450b-8f9d-b86bc071f85e", "eceec0fb-e4de-4ef3-a48f-0987b366c9ae", "d83a65ed-770c-4dbe-a505-11e5e17a9a79"}},
	}
	if diff := cmp.Diff(wantGroups, f.Groups[:1], content()); diff != "" {
		t.Error(diff)
	}
	var parents []string
	for _, g := range f.Groups {
		parents = append(parents, g.Parent)
	}
	require.Equal(t, []string{"", "", "ddcf67a6-abf2-4df1-8d95-8752d65f0ec2", "edfce0e7-dbbf-40d5-af1a-baccabef85e9"}, parents)
	require.Contains(t, f.Links, ksb.Link{
		From: "ddcf67a6-abf2-4df1-8d95-8752d65f0ec2", To: "69901c60-9e78-5cf0-a13e-e6a2ab3d7316", Relation: ksb.Close, Origin: f.Links[len(f.Links)-2].Origin,
	})
}

package casejson_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/skillgap-go/skillgap/ksb"
)

// randomFramework makes frameworks whose IDs are told apart, of every spelling, and
// whose references lead anywhere.
func randomFramework(random *rand.Rand) ksb.Framework {
	g := &generator{Rand: random}
	f := ksb.Framework{Format: ksb.Format, ID: ksb.FrameworkID(g.id()), Edition: g.text(), Title: g.text(), Jurisdiction: g.text()}
	for _, id := range g.ids() {
		f.Statements = append(f.Statements, ksb.Statement{
			ID: ksb.StatementID(id), Code: g.text(), Kind: ksb.Kind(1 + g.IntN(3)), Text: g.text(), Scale: ksb.ScaleID(g.text()),
			Requires: some[ksb.StatementID](g), HalfLifeDays: g.IntN(2), VerifiedBy: some[string](g),
		})
	}
	for _, id := range g.ids() {
		f.Scales = append(f.Scales, ksb.Scale{ID: ksb.ScaleID(id), Rungs: []string{g.text(), g.text(), g.text()}})
	}
	for _, id := range g.ids() {
		f.Roles = append(f.Roles, g.role(id))
	}
	for _, id := range g.ids() {
		parent := g.id()
		if g.IntN(2) == 0 || parent == id {
			parent = ""
		}
		f.Groups = append(f.Groups, ksb.Group{ID: id, Title: g.text(), Parent: parent, Members: some[string](g)})
	}
	for range g.IntN(4) {
		f.Links = append(f.Links, ksb.Link{From: ksb.StatementID(g.id()), To: ksb.StatementID(g.id()), Relation: ksb.Relation(1 + g.IntN(4)), Confirmed: g.IntN(2) == 0})
		f.Related = append(f.Related, ksb.RoleLink{From: ksb.RoleID(g.id()), To: ksb.RoleID(g.id()), Relation: []string{"progression", "related", "lateral"}[g.IntN(3)], Source: g.text()})
	}
	return f
}

type generator struct{ *rand.Rand }

func (g *generator) text() string {
	return []string{"", "a", "é😀", "<&>", "\"\\/", "\n\x00", "2026-01-01", "null"}[g.IntN(8)]
}

// id is a UUID, a URI, an ID of ours, or something that looks like one of them.
func (g *generator) id() string {
	n := g.IntN(5)
	return []string{
		fmt.Sprintf("3f2504e0-4f89-11d3-9a0c-0305e82c330%d", n), fmt.Sprintf("http://a.example/skill/%d", n), fmt.Sprintf("S%d", n),
		fmt.Sprintf("R/%d:é +%%41", n), fmt.Sprintf("urn:x-ksb:role:R%d", n), fmt.Sprintf("http://a.example/a b%d", n),
		fmt.Sprintf("3F2504E0-4F89-11D3-9A0C-0305E82C330%d", n), fmt.Sprintf("urn:uuid:3f2504e0-4f89-11d3-9a0c-0305e82c330%d", n),
	}[g.IntN(8)]
}

func (g *generator) ids() (list []string) {
	for range g.IntN(6) {
		if id := g.id(); !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}

func some[T ~string](g *generator) (list []T) {
	for range g.IntN(4) {
		list = append(list, T(g.id()))
	}
	return list
}

func (g *generator) role(id string) ksb.Role {
	r := ksb.Role{ID: ksb.RoleID(id), Edition: g.text(), Title: g.text(), Aliases: some[string](g), Qual: ksb.Qual(g.IntN(9))}
	r.Facts.Keywords = some[string](g)
	for _, id := range g.ids() {
		r.Options = append(r.Options, ksb.Option{ID: ksb.OptionID(id), Title: g.text()})
	}
	for _, id := range g.ids() {
		r.Duties = append(r.Duties, ksb.Duty{
			ID: ksb.DutyID(id), Code: g.text(), Text: g.text(), Core: g.IntN(2) == 0, Weight: float64(g.IntN(3)),
			Statements: some[ksb.StatementID](g), Options: some[ksb.OptionID](g),
		})
	}
	for range g.IntN(4) {
		r.Requirements = append(r.Requirements, ksb.Requirement{Statement: ksb.StatementID(g.id()), Level: ksb.Level(g.IntN(5)), Critical: g.IntN(2) == 0})
	}
	return r
}

func TestRoundTripOfRandomFrameworks(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 500 {
		requireRoundTrip(t, randomFramework(random))
	}
}

package ksbtest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Standard returns a framework of that ID with one role of the same ID that requires a
// statement for each code. The first letter tells the kind: B a behaviour, K knowledge,
// any other a skill. IDs are "ID/CODE". It compiles without a problem.
func Standard(id string, codes ...string) ksb.Framework {
	f := ksb.Framework{Format: ksb.Format, ID: ksb.FrameworkID(id), Title: "Standard " + id}
	role := ksb.Role{ID: ksb.RoleID(id), Title: "Role " + id}
	for _, code := range codes {
		s := ksb.Statement{ID: ksb.StatementID(id + "/" + code), Code: code, Kind: kindOf(code), Text: "Statement " + code}
		f.Statements = append(f.Statements, s)
		role.Requirements = append(role.Requirements, ksb.Requirement{Statement: s.ID})
	}
	f.Roles = []ksb.Role{role}
	return f
}

func kindOf(code string) ksb.Kind {
	switch {
	case strings.HasPrefix(code, "K"):
		return ksb.Knowledge
	case strings.HasPrefix(code, "B"):
		return ksb.Behaviour
	}
	return ksb.Skill
}

// Random returns a framework that compiles without a problem: up to three scales,
// twenty statements, four roles, and of everything else some. The same state of rng
// gives the same framework.
func Random(rng *rand.Rand) ksb.Framework {
	m := &maker{rng: rng}
	f := ksb.Framework{Format: ksb.Format, ID: "random", Edition: fmt.Sprint(rng.IntN(9)), Title: m.words()}
	for i := range rng.IntN(4) {
		f.Scales = append(f.Scales, m.scale(i))
	}
	for i := range 1 + rng.IntN(20) {
		f.Statements = append(f.Statements, m.statement(i, f))
	}
	for i := range 1 + rng.IntN(4) {
		f.Roles = append(f.Roles, m.role(i, f))
	}
	for range rng.IntN(3) {
		f.Links = append(f.Links, ksb.Link{From: m.some(f), To: m.some(f), Relation: ksb.Relation(1 + rng.IntN(4)), Confirmed: m.yes()})
	}
	if len(f.Roles) > 1 {
		f.Related = []ksb.RoleLink{{From: f.Roles[0].ID, To: f.Roles[1].ID, Relation: "progression"}}
	}
	f.Groups = []ksb.Group{{ID: "g0", Title: m.words()}, {ID: "g1", Parent: "g0", Members: []string{string(m.some(f))}}}
	return f
}

type maker struct{ rng *rand.Rand }

func (m *maker) yes() bool { return m.rng.IntN(2) == 0 }

func (m *maker) words() string {
	words := []string{"check", "explain", "record", "the", "dose", "request", "café", "x-ray", "R&D", "<5"}
	m.rng.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	return strings.Join(words[:1+m.rng.IntN(5)], " ")
}

func (m *maker) scale(i int) ksb.Scale {
	s := ksb.Scale{ID: ksb.ScaleID(fmt.Sprintf("scale%d", i))}
	for range 2 + m.rng.IntN(5) {
		s.Rungs = append(s.Rungs, m.words())
	}
	return s
}

// statement requires earlier statements only, so that there is no ring.
func (m *maker) statement(i int, f ksb.Framework) ksb.Statement {
	s := ksb.Statement{
		ID: ksb.StatementID(fmt.Sprintf("S%d", i)), Code: fmt.Sprintf("K%d", i), Kind: ksb.Kind(1 + m.rng.IntN(3)),
		Text: m.words(), HalfLifeDays: m.rng.IntN(1000),
	}
	if len(f.Scales) > 0 && m.yes() {
		s.Scale = f.Scales[m.rng.IntN(len(f.Scales))].ID
	}
	if i > 0 && m.yes() {
		s.Requires = []ksb.StatementID{m.some(f)}
	}
	return s
}

func (m *maker) some(f ksb.Framework) ksb.StatementID {
	return f.Statements[m.rng.IntN(len(f.Statements))].ID
}

func (m *maker) role(i int, f ksb.Framework) ksb.Role {
	r := ksb.Role{ID: ksb.RoleID(fmt.Sprintf("R%d", i)), Title: m.words(), Qual: ksb.Qual(m.rng.IntN(9)), Facts: ksb.Facts{DurationMonths: m.rng.IntN(48)}}
	for _, at := range m.rng.Perm(len(f.Statements))[:1+m.rng.IntN(len(f.Statements))] {
		r.Requirements = append(r.Requirements, ksb.Requirement{Statement: f.Statements[at].ID, Level: ksb.Level(m.rng.IntN(2)), Critical: m.yes(), Weight: float64(m.rng.IntN(3))})
	}
	if m.yes() {
		asked := []ksb.StatementID{r.Requirements[0].Statement}
		r.Options = []ksb.Option{{ID: "O1", Title: m.words()}}
		r.Duties = []ksb.Duty{
			{ID: "D1", Code: "D1", Text: m.words(), Core: true, Statements: asked},
			{ID: "D2", Code: "D2", Text: m.words(), Weight: 2, Statements: asked, Options: []ksb.OptionID{"O1"}},
		}
	}
	if m.yes() {
		r.Gates = []ksb.Gate{{ID: "G1", Phase: ksb.Gateway, Rule: ksb.Rule{Any: []ksb.Rule{{Credential: "a"}, {Credential: "b"}}}}}
		r.Codes = []ksb.Code{{System: "ST", Value: fmt.Sprintf("ST%04d", i)}}
	}
	return r
}

// Shuffled returns a copy of a framework with its lists, and those of its roles, in
// another order, which must not show in any result: the fingerprint stays.
func Shuffled(rng *rand.Rand, f ksb.Framework) ksb.Framework {
	f.Scales, f.Statements, f.Roles = shuffled(rng, f.Scales), shuffled(rng, f.Statements), shuffled(rng, f.Roles)
	f.Links, f.Related, f.Groups = shuffled(rng, f.Links), shuffled(rng, f.Related), shuffled(rng, f.Groups)
	for i := range f.Roles {
		r := &f.Roles[i]
		r.Requirements, r.Duties, r.Options = shuffled(rng, r.Requirements), shuffled(rng, r.Duties), shuffled(rng, r.Options)
		r.Gates, r.Codes = shuffled(rng, r.Gates), shuffled(rng, r.Codes)
	}
	return f
}

func shuffled[E any](rng *rand.Rand, list []E) []E {
	list = slices.Clone(list)
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

package ksbjson_test

import (
	"math"
	"math/rand/v2"

	"github.com/skillgap-go/skillgap/ksb"
)

// randomFramework makes any framework that the format can carry and its schema
// allows, whether or not its parts fit together.
func randomFramework(random *rand.Rand) ksb.Framework {
	g := generator{random}
	return ksb.Framework{
		Format: ksb.Format, ID: id[ksb.FrameworkID](g), Edition: g.text(), Title: g.text(), Jurisdiction: g.text(),
		Scales: some(g, g.scale), Statements: some(g, g.statement), Roles: some(g, g.role),
		Links: some(g, g.link), Related: some(g, g.roleLink), Groups: some(g, g.group),
	}
}

type generator struct{ *rand.Rand }

// some makes none to three.
func some[T any](g generator, makeOne func() T) (list []T) {
	for range g.IntN(4) {
		list = append(list, makeOne())
	}
	return list
}

func (g generator) text() string {
	return []string{"", "a", "é😀", "<&>", "\"\\/", "\n\t\r\b\x00", "\u2028�", "null", "0.5", "-0"}[g.IntN(10)]
}

func id[T ~string](g generator) T { return T([]string{"S1", "S2", "R1", "é", " ", "a/b"}[g.IntN(6)]) }

func (g generator) yes() bool { return g.IntN(2) == 0 }

func (g generator) weight() float64 {
	return []float64{0, 1, 0.1, 1.0 / 3, g.Float64(), math.MaxFloat64, math.SmallestNonzeroFloat64, 1e21}[g.IntN(8)]
}

func (g generator) day() ksb.Date { return ksb.Date(max(0, g.IntN(3652060+1000)-1000)) }

func (g generator) scale() ksb.Scale {
	return ksb.Scale{ID: id[ksb.ScaleID](g), Rungs: append([]string{g.text(), g.text()}, some(g, g.text)...)}
}

func (g generator) statement() ksb.Statement {
	return ksb.Statement{
		ID: id[ksb.StatementID](g), Code: g.text(), Kind: ksb.Kind(1 + g.IntN(3)), Text: g.text(), Scale: ksb.ScaleID(g.text()), HalfLifeDays: g.IntN(3),
		Requires: some(g, func() ksb.StatementID { return id[ksb.StatementID](g) }), VerifiedBy: some(g, g.text),
	}
}

func (g generator) role() ksb.Role {
	r := ksb.Role{
		ID: id[ksb.RoleID](g), Edition: g.text(), Title: g.text(), Aliases: some(g, g.text), Qual: ksb.Qual(g.IntN(9)), Band: g.text(),
		Requirements: some(g, g.requirement), Duties: some(g, g.duty), Gates: some(g, g.gate),
		Options: some(g, func() ksb.Option { return ksb.Option{ID: id[ksb.OptionID](g), Title: g.text()} }),
		Codes:   some(g, func() ksb.Code { return ksb.Code{System: "SOC2020", Value: id[string](g)} }),
	}
	if g.yes() {
		r.Facts = ksb.Facts{
			FundingMaxPence: g.Int64(), DurationMonths: g.IntN(99), MinimumOffTheJobMinutes: g.Int64(),
			Status: g.text(), From: g.day(), Until: g.day(), Regulator: g.text(), Keywords: some(g, g.text),
		}
	}
	return r
}

func (g generator) requirement() ksb.Requirement {
	return ksb.Requirement{Statement: id[ksb.StatementID](g), Level: ksb.Level(g.IntN(256)), Critical: g.yes(), Weight: g.weight()}
}

func (g generator) duty() ksb.Duty {
	return ksb.Duty{
		ID: id[ksb.DutyID](g), Code: g.text(), Text: g.text(), Core: g.yes(), Weight: g.weight(),
		Statements: some(g, func() ksb.StatementID { return id[ksb.StatementID](g) }),
		Options:    some(g, func() ksb.OptionID { return id[ksb.OptionID](g) }),
	}
}

func (g generator) gate() ksb.Gate {
	return ksb.Gate{ID: id[ksb.GateID](g), Phase: ksb.Phase(1 + g.IntN(5)), GraceDays: g.IntN(3), Source: g.text(), AppliesIf: g.condition(), Rule: g.rule(4)}
}

// condition narrows something, or is none.
func (g generator) condition() *ksb.Condition {
	if g.yes() {
		return nil
	}
	c := &ksb.Condition{Options: some(g, func() ksb.OptionID { return id[ksb.OptionID](g) }), AgeUnder: 1 + g.IntN(99)}
	if g.yes() {
		c.AgeFrom, c.StartFrom, c.StartUntil = g.IntN(99), g.day(), g.day()
	}
	return c
}

// rule makes one claim, of branches only while depth lasts.
func (g generator) rule(depth int) ksb.Rule {
	branches := func() []ksb.Rule { return append(some(g, func() ksb.Rule { return g.rule(depth - 1) }), g.rule(0)) }
	choice := g.IntN(7)
	if depth == 0 {
		choice = g.IntN(3)
	}
	switch choice {
	case 0:
		return ksb.Rule{Credential: id[ksb.CredentialID](g)}
	case 1:
		return ksb.Rule{Credits: &ksb.Credits{Of: id[ksb.CredentialID](g), AtLeast: 1 + g.IntN(200)}}
	case 2:
		return ksb.Rule{Fact: id[string](g), AtLeast: g.weight()}
	case 3:
		return ksb.Rule{Any: branches()}
	case 4:
		return ksb.Rule{All: branches()}
	case 5:
		turned := g.rule(depth - 1)
		return ksb.Rule{Not: &turned}
	}
	of := branches()
	return ksb.Rule{AtLeast: float64(1 + g.IntN(len(of))), Of: of}
}

func (g generator) link() ksb.Link {
	return ksb.Link{From: id[ksb.StatementID](g), To: id[ksb.StatementID](g), Relation: ksb.Relation(1 + g.IntN(4)), Confirmed: g.yes()}
}

func (g generator) roleLink() ksb.RoleLink {
	return ksb.RoleLink{From: id[ksb.RoleID](g), To: id[ksb.RoleID](g), Relation: []string{"progression", "related", "lateral"}[g.IntN(3)], Source: g.text()}
}

func (g generator) group() ksb.Group {
	return ksb.Group{ID: id[string](g), Title: g.text(), Parent: g.text(), Members: some(g, func() string { return id[string](g) })}
}

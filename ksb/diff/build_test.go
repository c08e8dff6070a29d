package diff_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/diff"
)

// k, s and b are statements of the three kinds whose ID is "uuid-" and id.
func k(id, code, text string) ksb.Statement { return statement(id, code, ksb.Knowledge, text) }
func s(id, code, text string) ksb.Statement { return statement(id, code, ksb.Skill, text) }
func b(id, code, text string) ksb.Statement { return statement(id, code, ksb.Behaviour, text) }

func statement(id, code string, kind ksb.Kind, text string) ksb.Statement {
	return ksb.Statement{ID: ksb.StatementID("uuid-" + id), Code: code, Kind: kind, Text: text}
}

// framework has one role, "R", that requires all statements; change may say more.
func framework(statements []ksb.Statement, change ...func(*ksb.Framework, *ksb.Role)) ksb.Framework {
	f := ksb.Framework{ID: "sample", Statements: slices.Clone(statements)}
	r := ksb.Role{ID: "R", Title: "Role"}
	for _, s := range statements {
		r.Requirements = append(r.Requirements, ksb.Requirement{Statement: s.ID})
	}
	for _, c := range change {
		c(&f, &r)
	}
	f.Roles = []ksb.Role{r}
	return f
}

// edition compiles a framework without a mistake in it.
func edition(t testing.TB, f ksb.Framework) diff.Edition {
	t.Helper()
	ix, problems := ksb.Compile(f)
	require.NoError(t, problems.Err())
	return diff.Edition{Index: ix, Role: f.Roles[0].ID}
}

// compared compares two frameworks.
func compared(t testing.TB, from, to ksb.Framework, o diff.Options) diff.Changes {
	t.Helper()
	c, err := diff.Roles(edition(t, from), edition(t, to), o)
	require.NoError(t, err)
	return c
}

// brief is a pair in a line: "K1 ~ K2 id: wording, code".
func brief[T any](p diff.Pair[T], code func(*T) string) string {
	switch {
	case p.From == nil:
		return "+ " + code(p.To)
	case p.To == nil:
		return "- " + code(p.From)
	}
	line := code(p.From) + " ~ " + code(p.To) + " " + string(p.By)
	for i, f := range p.Changed {
		line += map[bool]string{true: ": ", false: ", "}[i == 0] + string(f)
	}
	return line
}

func briefs(c diff.Changes) (list []string) {
	for _, p := range c.Statements {
		list = append(list, brief(p, func(s *diff.Statement) string { return s.Code }))
	}
	return list
}

// fates are the outcomes in lines: "K1 -> K2 carried".
func fates(c diff.Changes) (list []string) {
	for _, f := range c.Carry() {
		list = append(list, strings.TrimSpace(f.FromCode+" -> "+f.ToCode)+" "+string(f.Outcome))
	}
	return list
}

// vocabulary is small, so that random texts share words.
func vocabulary() []string {
	return strings.Fields("check record report clean lift move plan review support people equipment risk safe policy team and the of with without")
}

func sentence(random *rand.Rand, most int) string {
	words := vocabulary()
	var text []string
	for range random.IntN(most + 1) {
		text = append(text, words[random.IntN(len(words))])
	}
	return strings.Join(text, " ")
}

// randomFramework has statements of random kinds, codes and texts, and IDs out of a small
// pool, so that two of them share some of each.
func randomFramework(random *rand.Rand, most int) ksb.Framework {
	var list []ksb.Statement
	for _, id := range random.Perm(2 * most)[:1+random.IntN(most)] {
		kind := ksb.Kind(1 + random.IntN(3))
		list = append(list, statement(fmt.Sprint(id), fmt.Sprint(kind.String()[:1], random.IntN(most)), kind, sentence(random, 6)))
	}
	return framework(list, func(f *ksb.Framework, r *ksb.Role) {
		for i := range random.IntN(4) {
			d := ksb.Duty{ID: ksb.DutyID(fmt.Sprint("D", i)), Code: fmt.Sprint("D", i), Text: sentence(random, 5), Core: random.IntN(2) == 0}
			for _, s := range list {
				if random.IntN(3) == 0 {
					d.Statements = append(d.Statements, s.ID)
				}
			}
			r.Duties = append(r.Duties, d)
			r.Options = append(r.Options, ksb.Option{ID: ksb.OptionID(fmt.Sprint("O", random.IntN(9), i)), Title: sentence(random, 2)})
			r.Gates = append(r.Gates, ksb.Gate{ID: ksb.GateID(fmt.Sprint("G", i)), Phase: ksb.Entry, Rule: ksb.Rule{Fact: "age", AtLeast: float64(random.IntN(3))}})
		}
	})
}

// shuffled is the same framework in another order.
func shuffled(random *rand.Rand, f ksb.Framework) ksb.Framework {
	f.Statements, f.Roles = shuffle(random, f.Statements), shuffle(random, f.Roles)
	for i := range f.Roles {
		r := &f.Roles[i]
		r.Requirements, r.Duties = shuffle(random, r.Requirements), shuffle(random, r.Duties)
		r.Options, r.Gates = shuffle(random, r.Options), shuffle(random, r.Gates)
		for j := range r.Duties {
			r.Duties[j].Statements = shuffle(random, r.Duties[j].Statements)
		}
	}
	return f
}

func shuffle[T any](random *rand.Rand, list []T) []T {
	list = slices.Clone(list)
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

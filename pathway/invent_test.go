package pathway_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

var statements = []ksb.StatementID{"S1", "S2", "S3", "S4", "S5"}

// invent makes a small world with everything in it.
func invent(rng *rand.Rand) oracle {
	n := 1 + rng.IntN(9)
	var list []pathway.Course
	name := func(i int) string { return fmt.Sprintf("c%d", (i*7)%11) }
	statement := func() ksb.StatementID { return statements[rng.IntN(len(statements))] }
	credential := func() ksb.CredentialID { return []ksb.CredentialID{"x", "y"}[rng.IntN(2)] }
	dear, long := []int{1, 4, 100}[rng.IntN(3)], []int{1, 3, 8}[rng.IntN(3)]
	for i := range n {
		c := pathway.Course{
			ID: name(i), CostPence: int64(rng.IntN(dear)), Minutes: int64(rng.IntN(3) * rng.IntN(3)), Weeks: rng.IntN(long), Provided: rng.IntN(6) == 0,
			Mode: pathway.Delivery(rng.IntN(5)), FundingMaxPence: int64(rng.IntN(2) * rng.IntN(dear)),
		}
		for rng.IntN(3) == 0 {
			c.Starts = append(c.Starts, firstDay-20+ksb.Date(rng.IntN(20+7*4*long)))
		}
		if rng.IntN(5) == 0 {
			c.Settings = []string{"ward"}
		}
		for range 1 + rng.IntN(2) {
			c.Teaches = append(c.Teaches, pathway.Attainment{Statement: statement(), Level: ksb.Level(1 + rng.IntN(4))})
		}
		if rng.IntN(3) == 0 {
			c.Requires = teaches(statement(), ksb.Level(1+rng.IntN(3)))
		}
		if rng.IntN(5) == 0 {
			c.Awards = []ksb.CredentialID{credential()}
		}
		if rng.IntN(5) == 0 {
			c.Needs = []ksb.CredentialID{credential()}
		}
		if i > 0 && rng.IntN(6) == 0 {
			c.After = []string{name(rng.IntN(i))}
		}
		if i > 0 && rng.IntN(6) == 0 {
			c.Excludes = []string{name(rng.IntN(i))}
		}
		list = append(list, c)
	}
	o := oracle{courses: list, report: report(), options: pathway.Options{AssumeUnmet: rng.IntN(3) == 0}}
	for _, id := range statements {
		if rng.IntN(2) == 0 {
			action := []assess.Action{assess.None, assess.Assess, assess.Moderate, assess.Renew, assess.Develop, assess.Develop, assess.Develop}[rng.IntN(7)]
			o.report.Gaps = append(o.report.Gaps, gap(id, ksb.Level(1+rng.IntN(4)), action, float64(1+rng.IntN(4))/4))
			o.report.Gaps[len(o.report.Gaps)-1].Critical = rng.IntN(4) == 0
		}
		if rng.IntN(3) == 0 {
			o.report.Held.Levels = append(o.report.Held.Levels, assess.HeldLevel{Statement: id, Level: ksb.Level(1 + rng.IntN(3))})
		}
	}
	if rng.IntN(4) == 0 {
		o.report.Held.Credentials = []ksb.CredentialID{credential()}
	}
	if rng.IntN(3) == 0 {
		o.options.Limits.Pence = ptr(int64(rng.IntN(2 * dear)))
	}
	if rng.IntN(5) == 0 {
		o.options.Limits.Minutes = ptr(int64(rng.IntN(10)))
	}
	if rng.IntN(5) == 0 {
		o.options.Limits.Weeks = ptr(rng.IntN(2 * long))
	}
	o.ask(rng, dear)
	return o
}

const firstDay = ksb.Date(740_000)

// ask adds what a question may say beside limits.
func (o *oracle) ask(rng *rand.Rand, dear int) {
	some := func() (ids []string) {
		for rng.IntN(3) == 0 {
			ids = append(ids, o.courses[rng.IntN(len(o.courses))].ID)
		}
		return ids
	}
	if rng.IntN(2) == 0 {
		o.options.Start = firstDay
	}
	if rng.IntN(4) == 0 {
		o.options.Setting = []string{"ward", "clinic"}[rng.IntN(2)]
	}
	if rng.IntN(4) == 0 {
		o.options.NotModes = []pathway.Delivery{pathway.Delivery(1 + rng.IntN(4))}
	}
	if rng.IntN(3) == 0 {
		o.options.With, o.options.Without = some(), some()
	}
	if rng.IntN(3) == 0 {
		o.options.Funding = &pathway.Funding{ShareBasisPoints: []int64{0, 500, 10_000}[rng.IntN(3)]}
		if rng.IntN(2) == 0 {
			o.options.Funding.PotPence = ptr(int64(rng.IntN(2 * dear)))
		}
	}
}

package assess_test

import (
	"math/rand/v2"
	"strconv"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// randomRule makes one claim, of branches only while depth lasts. A claim may come up
// more than once in a rule.
func randomRule(rng *rand.Rand, depth int) ksb.Rule {
	return ruleOf(rng, depth, func() ksb.Rule { return claim(rng, strconv.Itoa(rng.IntN(4))) })
}

// plainRule names every claim once, so that three-valued logic is exact on it.
func plainRule(rng *rand.Rand, depth int) ksb.Rule {
	n := 0
	return ruleOf(rng, depth, func() ksb.Rule { n++; return claim(rng, strconv.Itoa(n)) })
}

func claim(rng *rand.Rand, name string) ksb.Rule {
	switch rng.IntN(3) {
	case 0:
		return ksb.Rule{Credential: ksb.CredentialID("c" + name)}
	case 1:
		return ksb.Rule{Credits: &ksb.Credits{Of: ksb.CredentialID("d" + name), AtLeast: 60}}
	}
	return ksb.Rule{Fact: "f" + name, AtLeast: 18}
}

func ruleOf(rng *rand.Rand, depth int, leaf func() ksb.Rule) ksb.Rule {
	if depth == 0 {
		return leaf()
	}
	if rng.IntN(4) == 0 {
		turned := ruleOf(rng, depth-1, leaf)
		return ksb.Rule{Not: &turned}
	}
	var branches []ksb.Rule
	for range 1 + rng.IntN(3) {
		branches = append(branches, ruleOf(rng, rng.IntN(depth), leaf))
	}
	switch rng.IntN(3) {
	case 0:
		return ksb.Rule{Any: branches}
	case 1:
		return ksb.Rule{All: branches}
	}
	return ksb.Rule{AtLeast: float64(1 + rng.IntN(len(branches))), Of: branches}
}

// randomHoldings say yes, no or nothing about the claims of random rules.
func randomHoldings(rng *rand.Rand) (credentials []assess.Credential, facts assess.Facts) {
	facts = assess.Facts{}
	if rng.IntN(2) == 0 {
		facts["start"] = assess.Fact{Date: today - ksb.Date(rng.IntN(200))}
	}
	for i := range 10 {
		name, held := strconv.Itoa(i), rng.IntN(2) == 0
		if rng.IntN(3) > 0 {
			credentials = append(credentials, assess.Credential{ID: ksb.CredentialID("c" + name), Held: &held})
		}
		if rng.IntN(3) > 0 {
			credentials = append(credentials, assess.Credential{ID: ksb.CredentialID("d" + name), Credits: oneOf(rng, 20, 60)})
		}
		if rng.IntN(3) > 0 {
			facts["f"+name] = assess.Fact{Number: oneOf(rng, 17.0, 18)}
		}
	}
	return credentials, facts
}

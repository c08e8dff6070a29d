package rpl

import "github.com/skillgap-go/skillgap/ksb"

// ErrNoRules is the fault of a day for which no rule set is known.
const ErrNoRules ksb.Fault = "no rules for this day"

// The rules that figures follow and warnings point to.
const (
	RuleActivity        = "activity-omission"
	RuleBinary          = "binary"
	RuleSliding         = "sliding"
	RuleReduction       = "reduction"
	RuleMinimumHours    = "minimum-hours"
	RuleMinimumDuration = "minimum-duration"
	RulePrice           = "price-floor"
	RuleFunding         = "fundable-price"
	RuleService         = "service-value"
	RuleLimits          = "service-limits"
	RuleEvidence        = "evidence"
)

// Rule is one rule: what it says in our words, its edition, and where it is written.
type Rule struct {
	ID      string `json:"id"`
	Says    string `json:"says"`
	Edition string `json:"edition"`
	Source  string `json:"source"`
}

// RuleSet is what holds for learners who start within a span of days.
type RuleSet struct {
	ID             string
	From           ksb.Date // first day of starts
	Until          ksb.Date // last day of starts, included; 0: open
	Edition        string
	Source         string
	Hours          HoursRule
	MinimumMonths  int   // of the programme, after recognition
	MinimumMinutes int64 // that are left after recognition at the least; 0: what Hours says
	HasPriceFloor  bool  // whether the rules say by how much the price must fall
	Unconfirmed    bool  // its paragraphs on prior learning could not be checked
	Limits         Limits
	Rules          []Rule
}

// HoursRule is how the minimum of off-the-job training is reckoned.
type HoursRule uint8

// The ways to reckon it.
const (
	FifthOfContract  HoursRule = iota + 1 // 20 % of the contracted hours, without leave
	SixHoursAWeek                         // the same, and at most six hours a week
	PublishedMinimum                      // published for each standard
)

// Rule returns the rule of an ID; one that is not there has only its ID.
func (s *RuleSet) Rule(id string) Rule {
	for _, r := range s.Rules {
		if r.ID == id {
			return r
		}
	}
	return Rule{ID: id}
}

// RuleSetOn returns the rule set for a learner who starts on a day: the first that
// covers it. Where none does, the error wraps [ErrNoRules] and says what is known.
func RuleSetOn(sets []RuleSet, start ksb.Date) (*RuleSet, error) {
	for i := range sets {
		if sets[i].covers(start) {
			return &sets[i], nil
		}
	}
	return nil, &ksb.Problem{Fault: ErrNoRules, Path: "start", Detail: start.String() + ": " + spans(sets)}
}

func (s *RuleSet) covers(day ksb.Date) bool {
	return day > 0 && s.From <= day && (day <= s.Until || s.Until == 0)
}

// spans tells for which days rules are known.
func spans(sets []RuleSet) string {
	if len(sets) == 0 {
		return "no rules are known"
	}
	first, last := sets[0].From, sets[0].Until
	for _, s := range sets {
		first = min(first, s.From)
		if last != 0 && (s.Until == 0 || s.Until > last) {
			last = s.Until
		}
	}
	if last == 0 {
		return "rules are known for starts from " + first.String()
	}
	return "rules are known for starts from " + first.String() + " to " + last.String()
}

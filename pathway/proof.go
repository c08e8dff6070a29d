package pathway

import "github.com/skillgap-go/skillgap/ksb"

// Proof tells why no plan is better, as amounts that add up. Each stands for something
// that every plan has to meet, and that only some courses give: what these courses cost
// at least is shared out among what they are needed for, so that no course is counted
// for more than it costs. It is the certificate of package solve, read for people.
//
// Amounts are whole, rounded so that they add up exactly: to a penny, or to the smallest
// part of importance that the gaps are weighed in.
type Proof struct {
	Of ProofOf `json:"of"`
	// Least is what every plan comes to at least: pence that it costs, or importance that
	// it leaves open. It is the least of Cases.
	Least int64 `json:"least"`
	// All is the importance of all gaps together; 0: the proof is of cost.
	All int64 `json:"all,omitempty"`
	// Cases are such that every plan falls under one; a single case holds of all plans.
	Cases []ProofCase `json:"cases"`
	// Beyond are gaps that nothing within the limits closes, where no case speaks of them, in
	// the order of Report.Gaps.
	Beyond []ksb.StatementID `json:"beyond,omitempty"`
	// Outdone are courses that the cases do not speak of, in order of bytes, as another
	// stands in for them.
	Outdone []Outdone `json:"outdone"`
}

// ProofOf is what a proof is about.
type ProofOf string

// What a proof can be about.
const (
	OfCost       ProofOf = "cost"       // amounts are pence: no plan that closes as much costs less
	OfImportance ProofOf = "importance" // amounts are parts of All: no plan within the limits leaves less open
	OfCritical   ProofOf = "critical"   // the same of critical gaps alone: some of them have to stay open
)

// ProofCase is what plans come to that hold some courses and not others. The gaps of
// Open are given up, those of Closed are not.
type ProofCase struct {
	With    []string          `json:"with"`
	Without []string          `json:"without"`
	Open    []ksb.StatementID `json:"open,omitempty"`
	Closed  []ksb.StatementID `json:"closed,omitempty"`
	Least   int64             `json:"least"`
	// Amounts add up to Least, the largest first and what is taken off last.
	Amounts []Amount `json:"amounts"`
	// Cannot is what no better plan of this case can meet, so that there is none. Nil: the
	// amounts show it.
	Cannot *Amount `json:"cannot,omitempty"`
	// Takes are amounts of the one limit that Cannot then names, in pence or minutes, in the
	// order of Amounts. They add up to what every better plan of this case takes at least
	// (courses that are beyond the limits by themselves left aside), which is more than the
	// limit, the amount of Cannot. Nil: that is 0.
	Takes []Amount `json:"takes,omitempty"`
}

// Amount is what one need adds to every plan of a case, or what is taken off.
type Amount struct {
	Code  AmountCode        `json:"code"`
	Refs  []string          `json:"refs"`            // see the codes
	Level ksb.Level         `json:"level,omitempty"` // of level: which
	For   []ksb.StatementID `json:"for"`             // the gaps on whose way it lies, in order of bytes
	// Courses are those of which a plan has to take one, unless it leaves the gap open
	// within limits. TooDear would do as well, but make the plan no better than it is.
	Courses []string `json:"courses"`
	TooDear []string `json:"tooDear,omitempty"`
	// Later are courses that give it too, but only to those who have it in part: they
	// build on it themselves.
	Later []string `json:"later,omitempty"`
	Adds  int64    `json:"adds"`
}

// AmountCode says what an amount stands for.
type AmountCode string

// The codes of amounts.
const (
	ForGap        AmountCode = "gap"           // refs: the statement, to be brought to the level needed
	ForLevel      AmountCode = "level"         // refs: a statement that others build on; level: how far
	ForCredential AmountCode = "credential"    // refs: a credential that others need
	ForCourse     AmountCode = "course"        // refs: a course that others come after, or that was asked for
	ForWay        AmountCode = "way"           // the way to the gap has to go through one of the courses
	InTime        AmountCode = "in-time"       // one of the courses has to begin in time for the gap
	TakenHere     AmountCode = "taken"         // refs: a course of With; the part of its cost that no need accounts for
	CountedTwice  AmountCode = "counted-twice" // refs: a course that is counted for more than it costs; the excess is taken off
	CountedOver   AmountCode = "counted-over"  // refs: a gap that is counted for more than it matters; the excess is taken off
	WithinLimit   AmountCode = "limit"         // refs: pence, minutes, funding or open; the most that this limit can save
	WholePrices   AmountCode = "whole-prices"  // all prices are multiples of more than this, so that it is as good as the next
	CriticalFirst AmountCode = "critical"      // refs: critical gaps that would be left open, which come before all others
	NothingGives  AmountCode = "no-course"     // refs: the gaps that nothing closes
)

// Outdone is a course in whose place another can be taken, which asks for no more, gives
// no less of what is needed and costs no more.
type Outdone struct {
	Course string `json:"course"`
	By     string `json:"by"`
}

func amountOf(code AmountCode, refs ...string) Amount {
	return Amount{Code: code, Refs: append([]string{}, refs...), For: []ksb.StatementID{}, Courses: []string{}}
}

package pathway

import (
	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// RouteFormat is the name and number of the file format that Routes mirrors.
const RouteFormat = "route/1"

// Routes are ways from a person to a role, or from one role to another. They can be
// stored and rendered without the map. Lists are never nil.
type Routes struct {
	Format     string      `json:"format"`
	Worker     string      `json:"worker"` // "": nobody in particular, see From
	From       *RoleLabel  `json:"from"`   // the role that is held; nil: none
	To         RoleLabel   `json:"to"`
	Objectives []Objective `json:"objectives"` // what is best, the most important first
	Pareto     bool        `json:"pareto"`     // every route is there of which none is better in all objectives
	Routes     []Route     `json:"routes"`     // the best first
	// Proved: of all routes that the filters allow, none that is left out is better. Else
	// the search was ended, and the routes are the best found.
	Proved bool `json:"proved"`
	// Direct is the best training for the role alone, from where the person stands. No
	// route to it can cost less.
	Direct Totals `json:"direct"`
}

// RoleLabel is what a reader needs to know of a role.
type RoleLabel struct {
	Role      ksb.RoleID `json:"role"`
	Title     string     `json:"title"`
	Qual      ksb.Qual   `json:"qual,omitempty"`
	Band      string     `json:"band,omitempty"`
	Regulator string     `json:"regulator,omitempty"`
}

// Totals are what training comes to.
type Totals struct {
	CostPence int64 `json:"costPence"`
	Minutes   int64 `json:"minutes"`
	Weeks     int   `json:"weeks"`
	Left      int   `json:"left"` // gaps to close that no course closes, counted by statement and level
}

// Route is one way: roles to take one after another, each once, the last of which is the
// target. What a person learns for one role counts for those after it: the courses are
// the cheapest set that closes the gaps of all roles of the route together, and each
// stands where it is first needed.
type Route struct {
	Hops []Hop `json:"hops"`
	Totals
	Asked int `json:"asked"` // statements asked for on the way that the evidence does not show
	// Proved: no set of courses for these roles costs less.
	Proved     bool  `json:"proved"`
	BoundPence int64 `json:"boundPence"` // no set of courses for these roles costs less than that
}

// Hop is the step into one role.
type Hop struct {
	RoleLabel
	Start Start  `json:"start,omitempty"` // of the first hop of a person without a role: why it can be the first
	Links []Link `json:"links"`           // why the map leads here from the role before, published links first
	// Cover is how much of the knowledge and skills of the role the one before asks for
	// too; before the first, how much of them the person holds.
	Cover float64 `json:"cover"`
	Shown []Asked `json:"shown"` // carries over: the evidence shows it, or the role that is held asks for it
	Built []Asked `json:"built"` // carries over: an earlier role of the route asks for it
	New   []Asked `json:"new"`   // newly asked
	// Gates are as the person stands today; the steps name those that they can open.
	Gates       []assess.GateResult `json:"gates"`
	AssessFirst []Assessment        `json:"assessFirst"` // not yet to be looked at for an earlier hop
	Steps       []Step              `json:"steps"`       // weeks are counted from the start of the hop
	CostPence   int64               `json:"costPence"`
	Minutes     int64               `json:"minutes"`
	Weeks       int                 `json:"weeks"`
	Left        []Left              `json:"left"`  // shown gaps that stay open
	Total       Totals              `json:"total"` // up to and with this hop, one after another
}

// Asked is something that a role asks for.
type Asked struct {
	Statement ksb.StatementID `json:"statement"`
	Code      string          `json:"code"`
	Text      string          `json:"text"`
	Level     ksb.Level       `json:"level"`
	Critical  bool            `json:"critical,omitempty"`
	Action    assess.Action   `json:"action"` // what there is to do about it, as the person stands today
}

// Start says why a role can be the first of a route.
type Start string

// The reasons why a role can be the first of a route.
const (
	StartCovered Start = "covered" // the person holds as much of its knowledge and skills as makes a computed link
	StartEntry   Start = "entry"   // published progressions begin there
	StartTarget  Start = "target"  // no other role can be the first
)

// Objective is something that a route should have little of.
type Objective string

// The objectives. Gaps that no course closes come before any of them: a route is not
// cheap because nobody teaches what it asks.
const (
	LeastPence   Objective = "pence"
	LeastMinutes Objective = "minutes"
	LeastWeeks   Objective = "weeks" // of training: hops one after another, the courses of a hop side by side
	LeastHops    Objective = "hops"
	LeastAsked   Objective = "asked"
)

// RouteOptions are what is asked of routes. The zero RouteOptions ask for the five
// cheapest.
type RouteOptions struct {
	// K is how many routes are wanted; 0: 5. A Pareto set is listed whole.
	K int
	// Objectives are what is best, the most important first; those that are not named
	// follow in the order pence, minutes, weeks, hops, asked, and the roles decide last. Of
	// a Pareto set they are the criteria; none: pence, weeks, hops.
	Objectives []Objective
	// AssumeUnmet plans as if everything that nobody has looked at were unmet.
	AssumeUnmet bool
	// LeastQual and MostQual limit the qualification level of the roles on the way; 0: no
	// limit. A role without a level passes, and so does the target.
	LeastQual, MostQual ksb.Qual
	// Regulated: false keeps to roles on the way that no regulator is named for, true to
	// those that have one; nil: both.
	Regulated *bool
	// Setting leaves out courses that name settings, and not this one; "": none.
	Setting string
	// MostMonths is how long a route may take at most, 12 months being 52 weeks; 0: any.
	MostMonths int
	// MostHops is how many roles a route may have at most; 0: 4.
	MostHops int
	// PublishedOnly leaves out computed links.
	PublishedOnly bool
	// Solves is how many sets of courses may be worked out before the search ends; 0: 60.
	Solves int
}

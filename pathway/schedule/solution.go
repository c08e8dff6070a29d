package schedule

// NotPlaced is the start of an activity that the schedule leaves out.
const NotPlaced = -1

// Solution is the best schedule found.
type Solution struct {
	Starts []int // by activity: its first week, or NotPlaced
	// Weeks is the number of weeks until the last activity that was placed has ended,
	// closed ones counted; Bound is the least that any schedule of these activities could
	// have. Bound <= Weeks.
	Weeks, Bound int
	// Proved: Bound is Weeks, and it is certain of all in Left that they cannot be placed.
	Proved bool
	Left   []Left // what is not placed, by activity; never nil
}

// Left is an activity that the schedule leaves out.
type Left struct {
	Activity int
	Reason   Reason
	Refs     []int // of Waits: those that it waits for; of Clashes: nothing
}

// Reason says why an activity is left out.
type Reason uint8

// The reasons why an activity is left out.
const (
	// NoStart: it may start in no week, or in none late enough for what it builds on.
	NoStart Reason = iota + 1
	// NoRoom: in no week in which it may start is there room for it, though it were alone.
	NoRoom
	// Waits: what it builds on is left out, or waits for it in turn.
	Waits
	// Clashes: it cannot be placed beside the others that were placed.
	Clashes
)

// String names the reason in lower case.
func (r Reason) String() string {
	if r > Clashes {
		return ""
	}
	return [...]string{"", "no-start", "no-room", "waits", "clashes"}[r]
}

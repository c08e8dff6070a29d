package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
)

// options are the flags.
type options struct {
	frameworks []string
	team       []string
	areas      string
	catalogue  string
	later      []string
	week       int
	role       string
	policy     string
	asOf       ksb.Date
	start      ksb.Date
	minutes    int64 // to learn in each week; 0: no limit
	horizon    int   // weeks; 0: as long as the role says that it takes
	output     inputs.Output
	strict     bool
}

// parse reads the flags; what is wrong with them has been printed when it returns.
func parse(args []string, stdout, stderr io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("pilot", flag.ContinueOnError)
	flags.SetOutput(stderr)
	inputs.FrameworkFlag(flags, &o.frameworks)
	flags.Func("team", "`FILE` with evidence (worker/1, CSV or .xlsx), or a directory of such files; may be repeated", inputs.List(&o.team))
	flags.StringVar(&o.areas, "areas", "", "`FILE` that says who works where, CSV or .xlsx with the columns worker and area; none: one area")
	flags.StringVar(&o.catalogue, "catalogue", "", "`FILE` with courses, catalogue/1, CSV or .xlsx")
	flags.Func("later", "`FILE` with standards or courses as they are once a new need has come up; may be repeated", inputs.List(&o.later))
	flags.IntVar(&o.week, "week", 26, "`NUMBER` of weeks that have passed when the new need comes up")
	flags.StringVar(&o.role, "role", "", "`ID`, code or title of the role; may be left out where there is one")
	flags.StringVar(&o.policy, "policy", "", "`FILE` with a policy, policy/1; none: the documented one")
	flags.Func("as-of", "`DATE` of the reports, YYYY-MM-DD; none: the day of the newest evidence", inputs.Day(&o.asOf))
	flags.Func("start", "`DATE` on which the plan begins; none: that of the reports", inputs.Day(&o.start))
	flags.Func("hours", "`NUMBER` of hours that each person has for learning in a week; none: no limit", func(s string) (err error) {
		o.minutes, err = parseHours(s)
		return err
	})
	flags.Func("horizon", "`TIME` within which all should end, as 65w or 15m (weeks or months); none: that of the role", func(s string) (err error) {
		o.horizon, err = parseHorizon(s)
		return err
	})
	o.output.Flags(flags, stdout, inputs.Text, inputs.JSON)
	inputs.StrictFlag(flags, &o.strict)
	return o, inputs.ParseFlags(flags, args, o.check)
}

// parseHours reads hours in a week, in whole minutes.
func parseHours(s string) (int64, error) {
	h, err := strconv.ParseFloat(s, 64)
	if err != nil || !(h >= 1.0/60 && h <= 168) {
		return 0, errors.New("say it as 7.5: hours in a week, 168 at most")
	}
	return int64(math.Round(float64(h * 60))), nil
}

// weeksOf are the whole weeks of some months, twelve months being fifty-two weeks.
func weeksOf(months int) int { return months * 52 / 12 }

// mostWeeks is the longest horizon: a hundred years.
const mostWeeks = 5200

// parseHorizon reads weeks or months: 65w, 65 weeks, 15m, 15 months.
func parseHorizon(s string) (int, error) {
	unit := strings.TrimLeft(s, "0123456789")
	n, err := strconv.Atoi(strings.TrimSuffix(s, unit))
	if err != nil || n < 1 || n > mostWeeks {
		return 0, errors.New("say it as 65w or 15m")
	}
	switch strings.ToLower(strings.TrimSpace(unit)) {
	case "w", "week", "weeks":
		return n, nil
	case "m", "month", "months":
		return weeksOf(n), nil
	}
	return 0, errors.New("weeks or months: say it as 65w or 15m")
}

func (o *options) check() error {
	pipes := inputs.OnePipe(slices.Concat(o.frameworks, o.team, o.later, []string{o.areas, o.catalogue, o.policy})...)
	switch {
	case o.week < 0 || o.week > mostWeeks:
		return fmt.Errorf("-week is a number from 0 to %d, not %d", mostWeeks, o.week)
	case pipes != nil:
		return pipes
	case o.sample():
		return o.output.Check()
	case len(o.frameworks) == 0:
		return errors.New("-framework is missing: which standards?")
	case len(o.team) == 0:
		return errors.New("-team is missing: whose evidence?")
	case o.catalogue == "":
		return errors.New("-catalogue is missing: which courses?")
	}
	return o.output.Check()
}

// sample: no data is named, so the data that comes with the project is used.
func (o *options) sample() bool {
	return len(o.frameworks) == 0 && len(o.team) == 0 && o.areas == "" && o.catalogue == "" && len(o.later) == 0
}

// useSample names the embedded data: the pilot, and what came up on the way.
func (o *options) useSample() {
	o.frameworks, o.catalogue = []string{"pilot/framework.json"}, "pilot/catalogue.json"
	o.team, o.areas = []string{"pilot/team"}, "pilot/areas.csv"
	o.later = []string{"pilot/framework-later.json", "pilot/catalogue-later.json"}
	inputs.SampleDay(&o.asOf)
	if o.minutes == 0 {
		o.minutes = 450 // one working day
	}
}

// chooseRole finds the role that is meant.
func (o *options) chooseRole(ix *ksb.Index) (ksb.RoleID, error) {
	whole := inputs.WholeRoles(ix)
	found := whole
	if o.role != "" {
		found = ix.FindRoles(o.role)
	}
	switch {
	case len(whole) == 0:
		return "", inputs.ErrNoRole
	case len(found) == 1:
		return found[0], nil
	case len(found) == 0:
		return "", fmt.Errorf("-role: %q fits none of these: %w%s", o.role, inputs.ErrUnclear, inputs.RoleList(ix, whole))
	}
	return "", fmt.Errorf("-role: which of these: %w%s", inputs.ErrUnclear, inputs.RoleList(ix, found))
}

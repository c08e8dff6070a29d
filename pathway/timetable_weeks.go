package pathway

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
	timing "github.com/skillgap-go/skillgap/pathway/schedule"
)

// weekday counts from Monday, 0; 0001-01-01 was a Monday.
func weekday(d ksb.Date) int { return int((d - 1) % 7) }

// monday is the first Monday that is not before Start.
func (c *Calendar) monday() ksb.Date { return c.Start.AddDays((7 - weekday(c.Start)) % 7) }

// week is the number of the week that a day lies in; -1: it lies before week 0.
func (c *Calendar) week(d ksb.Date) int {
	if d < c.monday() {
		return -1
	}
	return int(d-c.monday()) / 7
}

// most tells whether three of the working days of a week lie in spans.
func (c *Calendar) most(week int, spans []Span) bool {
	in := 0
	for day := range 5 {
		d := c.monday().AddDays(7*week + day)
		if slices.ContainsFunc(spans, func(s Span) bool { return s.From <= d && d <= s.To }) {
			in++
		}
	}
	return in >= 3
}

// closed are the weeks in which nothing runs, before an end.
func (c *Calendar) closed(end int) (weeks []int) {
	for week := range end {
		if c.most(week, c.Closed) || len(c.Terms) > 0 && !c.most(week, c.Terms) {
			weeks = append(weeks, week)
		}
	}
	return weeks
}

// rota are the weeks with other minutes.
func (c *Calendar) rota(end int) (weeks []timing.Week) {
	for _, r := range c.Rota {
		for week := max(0, c.week(r.From)); week <= min(c.week(r.To), end); week++ {
			if c.most(week, []Span{r.Span}) {
				weeks = append(weeks, timing.Week{At: week, Minutes: r.Minutes})
			}
		}
	}
	return weeks
}

// until is the first week of which no day may be used; 0: there is no end. Terms end it
// too.
func (c *Calendar) until() int {
	last := c.Until
	for i, t := range c.Terms {
		if i == 0 || t.To > last {
			last = t.To
		}
	}
	if c.Until > 0 && len(c.Terms) > 0 {
		last = min(last, c.Until)
	}
	if last == 0 {
		return 0
	}
	return max(c.week(last.AddDays(-2))+1, 0) // a week that ends on a Wednesday or later counts
}

// horizon is how many weeks the spans of the calendar have to be looked up for.
func (c *Calendar) horizon() (weeks int) {
	for _, s := range slices.Concat(c.Terms, c.Closed) {
		weeks = max(weeks, c.week(s.To)+1)
	}
	return min(weeks, 3*timing.MostWeeks)
}

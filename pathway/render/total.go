package render

import (
	"fmt"
	"strconv"

	reports "github.com/skillgap-go/skillgap/assess/render"
)

// money says what the employer pays, and what funding pays besides.
func money(pence, funded int64) string {
	if funded == 0 {
		return pounds(pence)
	}
	return pounds(pence) + " for the employer, and " + pounds(funded) + " from funding"
}

// counted says from which day weeks are counted, where there is one.
func (t *text) counted() string {
	if t.p.Start == 0 {
		return ""
	}
	return ", counted from " + t.p.Start.String()
}

// proof says how sure it is that there is no better plan.
func (t *text) proof() string {
	switch {
	case t.p.BoundShare != nil && t.p.Proved:
		return "proved: within the limits, critical gaps first, no plan closes more than these courses do, which is " + reports.Percent(*t.p.BoundShare) + " of what matters, and none that closes as much costs less."
	case t.p.BoundShare != nil:
		return "not proved: the search was cut short. The best plan within the limits, critical gaps first, cannot close more than " + reports.Percent(*t.p.BoundShare) + " of what matters."
	case t.p.Proved:
		return "proved: no plan can cost less."
	case t.p.BoundPence != nil && *t.p.BoundPence == t.p.CostPence:
		return "no plan can cost less; the search was cut short before it was sure that none is shorter."
	case t.p.BoundPence != nil:
		return "not proved: the search was cut short. No plan can cost less than " + pounds(*t.p.BoundPence) + "."
	}
	return "not proved."
}

func orNone(list string) string {
	if list == "" {
		return "none"
	}
	return list
}

// pounds writes pence as £1,234.50.
func pounds(pence int64) string {
	sign := ""
	if pence < 0 {
		sign, pence = "-", -pence
	}
	return fmt.Sprintf("%s£%s.%02d", sign, thousands(pence/100), pence%100)
}

func thousands(n int64) string {
	digits := strconv.FormatInt(n, 10)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

// hours writes minutes as "10 hours 30 minutes".
func hours(minutes int64) string {
	switch h, m := minutes/60, minutes%60; {
	case h == 0:
		return plural(m, "minute")
	case m == 0:
		return plural(h, "hour")
	default:
		return plural(h, "hour") + " " + plural(m, "minute")
	}
}

func plural(n int64, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return thousands(n) + " " + word + "s"
}

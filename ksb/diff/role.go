package diff

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb/page"
)

// role tells what changed of the role itself.
func role(p *page.Page, c Changes) {
	facets := slices.DeleteFunc(slices.Clone(c.Role), func(f Facet) bool { return f == EditionLabel })
	if len(facets) == 0 {
		return
	}
	p.Heading("The role")
	for _, f := range facets {
		label, before, after := roleWords(f, c.From, c.To)
		if before == "" && after == "" {
			p.Item("  ~ ", label+": changed")
			continue
		}
		p.Item("  ~ ", fmt.Sprintf("%s: %s, was %s", label, orNone(after), orNone(before)))
	}
}

func orNone(text string) string {
	if text == "" {
		return "not stated"
	}
	return text
}

// roleWords names a facet and says what it was and is; nothing for lists.
func roleWords(f Facet, a, b Role) (label, before, after string) {
	both := func(label string, words func(Role) string) (string, string, string) { return label, words(a), words(b) }
	switch f {
	case Title:
		return both("Title", func(r Role) string { return r.Title })
	case Qual:
		return both("Qualification level", func(r Role) string { return number(int64(r.Qual), "%d") })
	case Band:
		return both("Pay band", func(r Role) string { return r.Band })
	case Funding:
		return both("Maximum funding", func(r Role) string { return pounds(r.Facts.FundingMaxPence) })
	case Duration:
		return both("Duration", func(r Role) string { return number(int64(r.Facts.DurationMonths), "%d months") })
	case OffTheJob:
		return both("Off-the-job training", func(r Role) string { return hours(r.Facts.MinimumOffTheJobMinutes) })
	case Status:
		return both("Status", func(r Role) string { return r.Facts.Status })
	case StartsFrom:
		return both("New starts from", func(r Role) string { return r.Facts.From.String() })
	case StartsUntil:
		return both("New starts until", func(r Role) string { return r.Facts.Until.String() })
	case Regulator:
		return both("Regulator", func(r Role) string { return r.Facts.Regulator })
	}
	return strings.ToUpper(string(f[:1])) + string(f[1:]), "", ""
}

func number(n int64, format string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(format, n)
}

func pounds(pence int64) string {
	switch {
	case pence < 0:
		return fmt.Sprintf("%d pence", pence)
	case pence%100 != 0:
		return fmt.Sprintf("£%d.%02d", pence/100, pence%100)
	}
	return number(pence/100, "£%d")
}

func hours(minutes int64) string {
	if minutes%60 != 0 {
		return fmt.Sprintf("%d h %d min at least", minutes/60, minutes%60)
	}
	return number(minutes/60, "%d h at least")
}

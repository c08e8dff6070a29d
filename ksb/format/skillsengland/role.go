package skillsengland

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/ksb"
)

// roles returns the role of an edition, and those of its options that have no duties.
func (c *collector) roles(e *edition) []ksb.Role {
	r := ksb.Role{
		ID: e.id, Edition: e.version.String(), Title: plain(e.Title), Aliases: plains(e.JobTitles),
		Qual: c.qual(e), Codes: codesOf(e), Facts: c.facts(e), Origin: e.Origin,
	}
	if r.Title == "" {
		c.report(e, e.Origin, ".title", ksb.ErrMissing, "the standard has no title")
	}
	for _, it := range e.items {
		r.Requirements = append(r.Requirements, ksb.Requirement{Statement: it.ID, Origin: it.Origin})
	}
	if len(e.items) == 0 {
		c.explainEmpty(e)
	}
	r.Options = c.options(e)
	r.Duties = c.duties(e)
	return append([]ksb.Role{r}, c.namedOptions(e, &r)...)
}

// explainEmpty says where the KSBs are. That the role asks for nothing Compile says.
func (c *collector) explainEmpty(e *edition) {
	where := "it has no other text that may hold them"
	if n := utf8.RuneCountInString(plain(e.Information)); n > 0 {
		where = "they may stand in its HTML, " + strconv.Itoa(n) + " characters of text, which is not read"
	}
	c.report(e, e.Origin, ".standardInformation", ksb.ErrEmptyRole, "the standard has no lists of KSBs: %s", where)
}

func (c *collector) qual(e *edition) ksb.Qual {
	if e.Level < 0 || e.Level > 8 {
		c.report(e, e.Origin, ".level", ksb.ErrValue, "%d is not a level from 1 to 8", e.Level)
		return 0
	}
	return ksb.Qual(e.Level)
}

func codesOf(e *edition) []ksb.Code {
	codes := []ksb.Code{{System: "ST", Value: e.Reference}}
	if occupation := strings.ToUpper(strings.TrimSpace(e.OccupationCode)); occupation != "" {
		codes = append(codes, ksb.Code{System: "OCC", Value: occupation})
	}
	if e.LARS != 0 {
		codes = append(codes, ksb.Code{System: "LARS", Value: strconv.FormatInt(e.LARS, 10)})
	}
	return codes
}

func (c *collector) facts(e *edition) ksb.Facts {
	return ksb.Facts{
		FundingMaxPence:         c.amount(e, "maxFunding", e.MaxFunding, 100),
		DurationMonths:          int(c.amount(e, "typicalDuration", e.DurationMonths, 1)),
		MinimumOffTheJobMinutes: c.amount(e, "minimumHoursForCompliance", int64(e.MinimumHours), 60),
		Status:                  plain(e.Status),
		From:                    ksb.Date(e.From),
		Until:                   ksb.Date(e.Until),
		Regulator:               plain(e.RegulatedBody),
		Keywords:                plains(e.Keywords),
	}
}

// amount is n in a smaller unit; what is below zero or beyond counting is reported.
func (c *collector) amount(e *edition, key string, n, unit int64) int64 {
	if n < 0 || n > math.MaxInt32 {
		c.report(e, e.Origin, "."+key, ksb.ErrValue, "%d is out of range", n)
		return 0
	}
	return n * unit
}

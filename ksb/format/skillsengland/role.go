package skillsengland

import (
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

// roles returns the role of an edition, and those of its options that have no duties.
func (c *collector) roles(e *edition) []ksb.Role {
	r := ksb.Role{
		ID: e.id, Edition: e.version.String(), Title: plaintext.Of(e.Title), Aliases: plaintext.Each(e.JobTitles),
		Qual: c.qual(e), Codes: codesOf(e), Facts: c.facts(e), Origin: e.Origin,
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
	if n := utf8.RuneCountInString(plaintext.Of(e.Information)); n > 0 {
		where = "they may stand in its HTML, " + strconv.Itoa(n) + " characters of text, in no form that is understood"
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
	if e.occupation() != "" {
		codes = append(codes, ksb.Code{System: "OCC", Value: e.occupation()})
	}
	if e.larsCode().given() {
		codes = append(codes, ksb.Code{System: "LARS", Value: string(e.larsCode())})
	}
	return codes
}

func (c *collector) facts(e *edition) ksb.Facts {
	return ksb.Facts{
		FundingMaxPence:         c.amount(e, "maxFunding", e.MaxFunding, 100),
		DurationMonths:          int(c.amount(e, "typicalDuration", e.DurationMonths, 1)),
		MinimumOffTheJobMinutes: c.amount(e, "minimumHoursForCompliance", int64(e.MinimumHours), 60),
		Status:                  plaintext.Of(e.Status),
		From:                    e.From.Date,
		Until:                   e.Until.Date,
		Regulator:               plaintext.Of(e.RegulatedBody),
		Keywords:                plaintext.Each(e.Keywords),
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

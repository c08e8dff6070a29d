package ksb

import "slices"

// Condition narrows whom a gate concerns: every part of it that is given must fit. A
// gate without a condition concerns everybody.
type Condition struct {
	Options    []OptionID `json:"options,omitempty"`   // those who take one of these options; the role without option has all
	AgeFrom    int        `json:"ageFrom,omitempty"`   // years of age at the start, at least
	AgeUnder   int        `json:"ageUnder,omitempty"`  // years of age at the start, below; 0: no bound
	StartFrom  Date       `json:"startFrom,omitzero"`  // the first day of a start that fits
	StartUntil Date       `json:"startUntil,omitzero"` // the last one, included
}

// sound tells whether the condition narrows at all and whether anybody could fit it; no
// condition is sound.
func (c *Condition) sound() bool {
	if c == nil {
		return true
	}
	narrows := len(c.Options) > 0 || c.AgeFrom != 0 || c.AgeUnder != 0 || c.StartFrom != 0 || c.StartUntil != 0
	ages := c.AgeFrom >= 0 && c.AgeUnder >= 0 && (c.AgeUnder == 0 || c.AgeFrom < c.AgeUnder)
	return narrows && ages && (c.StartUntil == 0 || c.StartFrom <= c.StartUntil)
}

// clone copies the condition, its options sorted and each named once.
func (c *Condition) clone() *Condition {
	if c == nil {
		return nil
	}
	copied := *c
	copied.Options = slices.Clone(c.Options)
	slices.Sort(copied.Options)
	copied.Options = slices.Compact(copied.Options)
	return &copied
}

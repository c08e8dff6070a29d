package skillsengland

import "github.com/skillgap-go/skillgap/ksb"

// The checks of the official import service, each a fault that starts with the code it
// has there, so that errors.Is(problems, ErrS1005) and a search for "S1005" both find
// it. E is what keeps a whole import from going on, S what keeps a standard out of it, W
// a warning; here they are told alike and nothing is left out for their sake.
//
// Source: the Department's open import service (das-courses-api).
const (
	ErrE1001 ksb.Fault = "E1001: a key is missing"
	ErrE1002 ksb.Fault = "E1002: not a reference number"
	ErrE1003 ksb.Fault = "E1003: the version is not major.minor"
	ErrE1004 ksb.Fault = "E1004: one LARS code under two references"

	ErrS1001 ksb.Fault = "S1001: LARS code 0 although another version has one"
	ErrS1002 ksb.Fault = "S1002: more than one version approved for delivery"
	ErrS1003 ksb.Fault = "S1003: a gap between versions"
	ErrS1004 ksb.Fault = "S1004: start dates of versions do not meet"
	ErrS1005 ksb.Fault = "S1005: the LARS code is not a number"
	ErrS1006 ksb.Fault = "S1006: retired without a LARS code"
	ErrS1007 ksb.Fault = "S1007: version and versionNumber differ"
	ErrS1008 ksb.Fault = "S1008: the title is empty or starts with a blank"
	ErrS1009 ksb.Fault = "S1009: not a status"
	ErrS1010 ksb.Fault = "S1010: earliestStartDate is not a date"
	ErrS1011 ksb.Fault = "S1011: latestStartDate is not a date"
	ErrS1012 ksb.Fault = "S1012: createdDate is not a date"
	ErrS1013 ksb.Fault = "S1013: options removed or renamed within a version"

	ErrW1001 ksb.Fault = "W1001: no LARS code two weeks after publication"
	ErrW1003 ksb.Fault = "W1003: core and options, but no options"
)

// ErrFromHTML: the KSBs of a standard without lists were read from its HTML, which
// tells what is a KSB by its looks only. ErrIrregular: a part of that HTML could not be
// read, so KSBs may be wanting.
const (
	ErrFromHTML  ksb.Fault = "read from HTML"
	ErrIrregular ksb.Fault = "not regular"
)

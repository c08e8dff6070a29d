package ksb

import (
	"cmp"
	"strings"
)

// CompareCodes orders labels the way a person does: K2 before K10. Runs of digits
// compare as numbers and come before other text; other runs compare by their
// bytes. Labels that differ only in leading zeros are equal.
func CompareCodes(a, b string) int {
	for a != "" && b != "" {
		x, y := run(a), run(b)
		if order := compareRuns(x, y); order != 0 {
			return order
		}
		a, b = a[len(x):], b[len(y):]
	}
	return cmp.Compare(len(a), len(b))
}

// run returns the longest start of s that is all digits, or all other bytes.
func run(s string) string {
	n := 1
	for n < len(s) && isDigit(s[n]) == isDigit(s[0]) {
		n++
	}
	return s[:n]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func compareRuns(x, y string) int {
	switch dx, dy := isDigit(x[0]), isDigit(y[0]); {
	case dx && dy:
		x, y = strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
		return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y))
	case dx:
		return -1
	case dy:
		return 1
	}
	return strings.Compare(x, y)
}

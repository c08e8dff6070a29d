package wording

import (
	"strconv"
	"strings"

	"golang.org/x/text/number"
)

// Decimal writes a number with so many digits after its point, at least and at most, as
// the language does: "10.50"; "10,50" in German. Nothing stands between thousands, and
// nothing is below zero by a minus alone.
func (w *Words) Decimal(x float64, least, most int) string {
	text := strconv.FormatFloat(x, 'f', most, 64)
	if rounded, err := strconv.ParseFloat(text, 64); err == nil && !w.unread() {
		if rounded == 0 {
			rounded = 0 // not -0
		}
		return w.printer.Sprint(number.Decimal(rounded, number.MinFractionDigits(least), number.MaxFractionDigits(most), number.NoSeparator()))
	}
	whole, digits, _ := strings.Cut(text, ".")
	for len(digits) > least && digits[len(digits)-1] == '0' {
		digits = digits[:len(digits)-1]
	}
	if digits != "" {
		whole += "." + digits
	}
	if strings.Trim(whole, "-0.") == "" {
		whole = strings.TrimPrefix(whole, "-")
	}
	return whole
}

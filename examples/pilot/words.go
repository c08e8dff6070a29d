package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// pounds writes pence as £1,234.50.
func pounds(pence int64) string {
	return fmt.Sprintf("£%s.%02d", thousands(pence/100), pence%100)
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

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(int64(n)) + " " + many
}

// list joins names: "a", "a and b", "a, b and c".
func list[T ~string](names []T) string {
	var b strings.Builder
	for i, name := range names {
		switch {
		case i > 0 && i == len(names)-1:
			b.WriteString(" and ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(string(name))
	}
	return b.String()
}

// labels joins statements by what people call them.
func (o offer) labels(ids []ksb.StatementID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = o.label(id)
	}
	return list(names)
}

// span says when something takes place, counting weeks from 1.
func span(from, to int) string {
	switch to - from {
	case 0:
		if from == 0 {
			return "at the start"
		}
		return fmt.Sprintf("after week %d", from)
	case 1:
		return fmt.Sprintf("week %d", to)
	}
	return fmt.Sprintf("weeks %d to %d", from+1, to)
}

package main

import (
	"fmt"
	"strconv"
	"strings"
)

// hundredths reads a number with at most two decimals, such as pounds, into hundredths.
func hundredths(into **int64) func(string) error {
	return func(s string) error {
		units, decimals, _ := strings.Cut(s, ".")
		n, err := strconv.ParseUint(units+(decimals + "00")[:max(2, len(decimals))], 10, 53)
		if err != nil || len(decimals) > 2 || strings.HasSuffix(s, ".") || units == "" {
			return fmt.Errorf("%q is not a number such as 250 or 99.50", s)
		}
		value := int64(n)
		*into = &value
		return nil
	}
}

// minutes reads hours with at most two decimals into minutes, rounded down.
func minutes(into **int64) func(string) error {
	return func(s string) error {
		if err := hundredths(into)(s); err != nil {
			return err
		}
		value := **into * 60 / 100
		*into = &value
		return nil
	}
}

func whole(into **int) func(string) error {
	return func(s string) error {
		n, err := strconv.ParseUint(s, 10, 31)
		if err != nil {
			return fmt.Errorf("%q is not a whole number", s)
		}
		value := int(n)
		*into = &value
		return nil
	}
}

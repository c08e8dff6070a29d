package skillsengland

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// flag is a truth value that the API writes as 0 or 1.
type flag bool

// UnmarshalJSON reads 0, 1, false or true. The error wraps ErrValue for another
// number and ErrWrongType for anything else.
func (f *flag) UnmarshalJSON(raw []byte) error {
	switch s := string(raw); s {
	case "0", "false":
	case "1", "true":
		*f = true
	default:
		if _, err := strconv.ParseFloat(s, 64); err == nil {
			return fmt.Errorf("%w: expected 0 or 1, found %s", ksb.ErrValue, s)
		}
		return fmt.Errorf("%w: expected 0 or 1, found %.40s", ksb.ErrWrongType, s)
	}
	return nil
}

// hours are whole hours, written as a number or as a text.
type hours int64

// UnmarshalJSON reads 605 or "605"; an empty text is none. The error wraps ErrValue.
func (h *hours) UnmarshalJSON(raw []byte) error {
	s := bareText(raw)
	if s == "" {
		return nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return fmt.Errorf("%w: expected whole hours, found %.40s", ksb.ErrValue, raw)
	}
	*h = hours(n)
	return nil
}

// lars is a LARS code: a number, 0 where none is given yet; for a unit Z and seven
// letters or digits. "" is one that is not written.
type lars string

// UnmarshalJSON reads 96, "96" or "Z1234567". The error wraps ErrS1005.
func (l *lars) UnmarshalJSON(raw []byte) error {
	s := strings.ToUpper(bareText(raw))
	n, err := strconv.ParseUint(s, 10, 63)
	switch {
	case err == nil:
		*l = lars(strconv.FormatUint(n, 10))
	case s == "" || isAimClass(s):
		*l = lars(s)
	default:
		return fmt.Errorf("%w: found %.40s", ErrS1005, raw)
	}
	return nil
}

// given tells whether the code is one.
func (l lars) given() bool { return l != "" && l != "0" }

// isAimClass: Z and seven capitals or digits.
func isAimClass(s string) bool {
	rest, found := strings.CutPrefix(s, "Z")
	return found && len(rest) == 7 && strings.Trim(rest, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == ""
}

// bareText is a scalar without its quotes and the blanks around it.
func bareText(raw []byte) string {
	s := string(raw)
	_ = json.Unmarshal(raw, &s) // what is no text stays as it is written
	return strings.TrimSpace(s)
}

package strictjson

import (
	"math"
	"reflect"
	"strconv"

	"github.com/skillgap-go/skillgap/ksb"
)

// scalar reads a text, a number or a truth value into v.
func (d *decoder) scalar(v reflect.Value) bool {
	c := d.peek()
	start := d.pos
	switch v.Kind() {
	case reflect.String:
		if c == '"' {
			v.SetString(string(d.text()))
			return d.broken == ""
		}
		d.skip()
		return d.wrong(start, "a text")
	case reflect.Bool:
		raw := string(d.skip())
		v.SetBool(raw == "true")
		return raw == "true" || raw == "false" || d.wrong(start, "true or false")
	}
	if c != '-' && (c < '0' || c > '9') {
		d.skip()
		return d.wrong(start, "a number")
	}
	return d.numeric(v, start)
}

func (d *decoder) numeric(v reflect.Value, start int) bool {
	raw := d.number()
	if d.broken != "" {
		return false
	}
	x, err := strconv.ParseFloat(string(raw), 64)
	switch {
	case err != nil || math.IsInf(x, 0):
		d.report(start, ksb.ErrValue, "%s is out of range", clip(raw))
		return false
	case v.CanFloat():
		v.SetFloat(x)
		return true
	case x != math.Trunc(x):
		return d.wrong(start, "a whole number")
	}
	return d.whole(v, raw, x, start)
}

// whole stores a whole number that fits the type; 3.0 is 3.
func (d *decoder) whole(v reflect.Value, raw []byte, x float64, start int) bool {
	n, err := strconv.ParseInt(string(raw), 10, 64)
	if err != nil && math.Abs(x) < 1<<53 {
		n, err = int64(x), nil
	}
	switch {
	case err == nil && v.CanInt() && !v.OverflowInt(n):
		v.SetInt(n)
		return true
	case err == nil && v.CanUint() && n >= 0 && !v.OverflowUint(uint64(n)):
		v.SetUint(uint64(n))
		return true
	}
	d.report(start, ksb.ErrValue, "%s is out of range", clip(raw))
	return false
}

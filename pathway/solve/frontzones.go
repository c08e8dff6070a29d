package solve

import "slices"

// split takes what a point beats, or equals, out of all zones. Where it is proved, the
// first of them holds nothing cheaper.
func (f *Front) split(at []int64, proved bool) {
	var rest, made [][]int64
	for i, zone := range f.zones {
		if !below(at, zone) {
			rest = append(rest, zone)
			continue
		}
		for k := range zone {
			part := slices.Clone(zone)
			part[k] = at[k]
			if at[k] > 0 && (i > 0 || k > 0 || !proved) {
				made = append(made, part)
			}
		}
	}
	f.zones = rest
	for i, zone := range made {
		within := func(other []int64) bool { return !slices.Equal(zone, other) && noneAbove(zone, other) }
		if !slices.ContainsFunc(rest, func(o []int64) bool { return noneAbove(zone, o) }) &&
			!slices.ContainsFunc(made, within) && !slices.ContainsFunc(made[:i], func(o []int64) bool { return slices.Equal(zone, o) }) {
			f.zones = append(f.zones, zone)
		}
	}
}

// below tells whether each value is less than its limit.
func below(at, zone []int64) bool {
	for k := range at {
		if at[k] >= zone[k] {
			return false
		}
	}
	return true
}

func noneAbove(a, b []int64) bool {
	for k := range a {
		if a[k] > b[k] {
			return false
		}
	}
	return true
}

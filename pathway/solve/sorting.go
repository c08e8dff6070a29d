package solve

import "slices"

// run is how many elements are sorted at one go.
const run = 1024

// sorting sorts a list by an order without ties, in runs that are then merged, unless ended
// turns true first: then the list is in no order, and the answer is false. Ended is asked
// every few microseconds.
func sorting(list []int32, compare func(a, b int32) int, ended func() bool) bool {
	for from := 0; from < len(list); from += run {
		if len(list) > run && ended() {
			return false
		}
		slices.SortFunc(list[from:min(from+run, len(list))], compare)
	}
	if len(list) <= run {
		return true
	}
	room := make([]int32, 0, len(list))
	for width := run; width < len(list); width *= 2 {
		room = room[:0]
		for from := 0; from < len(list); from += 2 * width {
			middle, to := min(from+width, len(list)), min(from+2*width, len(list))
			var ok bool
			if room, ok = merge(room, list[from:middle], list[middle:to], compare, ended); !ok {
				return false
			}
		}
		copy(list, room)
	}
	return true
}

// merge appends two sorted lists to a third, which is then sorted; false: ended turned true.
func merge(into, left, right []int32, compare func(a, b int32) int, ended func() bool) ([]int32, bool) {
	for n := 0; len(left) > 0 && len(right) > 0; n++ {
		if n%run == 0 && ended() {
			return into, false
		}
		if compare(left[0], right[0]) < 0 {
			into, left = append(into, left[0]), left[1:]
		} else {
			into, right = append(into, right[0]), right[1:]
		}
	}
	return append(append(into, left...), right...), true
}

package strictjson

import (
	"strconv"
	"strings"
)

// step leads from a value to one in it: by a key, or by a position from 0.
type step struct {
	key   string
	index int
	keyed bool
}

// where is the path to the present value, such as "roles[0].title".
func (d *decoder) where() string {
	var path strings.Builder
	for i, s := range d.path {
		switch {
		case !s.keyed:
			path.WriteString("[" + strconv.Itoa(s.index) + "]")
		case i > 0:
			path.WriteString("." + s.key)
		default:
			path.WriteString(s.key)
		}
	}
	return path.String()
}

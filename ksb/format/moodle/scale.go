package moodle

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// judged is a scale and the lowest level that counts as proficient on it; 0: not said.
type judged struct {
	scale ksb.Scale // without an ID: none is given
	level ksb.Level
}

// readScale reads the scale of a row, of the framework or of a competency of its own.
func (b *builder) readScale(r *row, path string) judged {
	values, config := r.cells[scaleValues], r.cells[scaleConfig]
	if values.text == "" {
		if config.text != "" {
			b.report(config.line, path+"scaleValues", ksb.ErrMissing, "a configuration, and no scale")
		}
		return judged{}
	}
	rungs := strings.Split(values.text, ",")
	for i := range rungs {
		rungs[i] = strings.TrimSpace(rungs[i])
		if rungs[i] == "" {
			b.report(values.line, path+"scaleValues", ksb.ErrMissing, "value %d has no name", i+1)
		}
	}
	on := judged{scale: ksb.Scale{ID: ksb.ScaleID(strings.Join(rungs, ",")), Rungs: rungs, Origin: b.at(values.line)}}
	on.level = b.proficient(config, path+"scaleConfiguration", len(rungs))
	return on
}

// ownScale is the scale that a competency has beside that of the framework.
func (b *builder) ownScale(r *row) judged {
	if r.text(scaleValues) == "" && r.text(scaleConfig) == "" {
		return judged{}
	}
	return b.readScale(r, pathOf(r, ""))
}

// item is one element of a scale configuration. The first says only which scale of the
// site it was; the others are values by their position from 1.
type item struct {
	ID         count `json:"id"`
	Proficient count `json:"proficient"`
}

// count is a number that Moodle writes as a number, a text or a truth.
type count int

// UnmarshalJSON reads any of the three; what is none of them is an error that wraps
// ksb.ErrValue.
func (c *count) UnmarshalJSON(data []byte) error {
	text := strings.Trim(string(data), `"`)
	switch text {
	case "null", "false", "":
		return nil
	case "true":
		text = "1"
	}
	n, err := strconv.Atoi(text)
	*c = count(n)
	if err != nil {
		return ksb.ErrValue
	}
	return nil
}

// proficient returns the lowest rung from which all count as proficient; 0 if the
// configuration does not say so, which is reported.
func (b *builder) proficient(config value, path string, rungs int) ksb.Level {
	const most = 256
	var items []item
	if config.text == "" {
		b.report(config.line, path, ksb.ErrMissing, "no value is proficient: the highest is taken")
		return 0
	}
	if err := json.Unmarshal([]byte(config.text), &items); err != nil {
		b.report(config.line, path, ksb.ErrSyntax, "cannot be read, and the highest value is taken: %v", err)
		return 0
	}
	if rungs > most {
		return 0 // no scale of ours: Compile says so
	}
	return b.lowest(b.marked(items, config.line, path, rungs), config.line, path)
}

// marked tells of each rung whether it counts as proficient.
func (b *builder) marked(items []item, line int, path string, rungs int) []bool {
	is := make([]bool, rungs)
	for _, it := range items {
		switch {
		case it.ID == 0:
		case it.ID < 0 || int(it.ID) > rungs:
			b.report(line, path, ksb.ErrLevel, "value %d, and the scale has %d", it.ID, rungs)
		default:
			is[it.ID-1] = it.Proficient != 0
		}
	}
	return is
}

func (b *builder) lowest(is []bool, line int, path string) ksb.Level {
	from := len(is)
	for from > 0 && is[from-1] {
		from--
	}
	below := 0
	for _, proficient := range is[:from] {
		if proficient {
			below++
		}
	}
	switch {
	case below > 0:
		b.report(line, path, ksb.ErrValue, "a value is proficient and a higher one is not: the highest is taken")
	case from == len(is):
		b.report(line, path, ksb.ErrMissing, "no value is proficient: the highest is taken")
	case from == 0:
		b.report(line, path, ksb.ErrLevel, "the lowest value is proficient, so nothing would be asked: the highest is taken")
	default:
		return ksb.Level(from)
	}
	return 0
}

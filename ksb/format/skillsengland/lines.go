package skillsengland

import (
	"iter"
	"strings"

	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

// line is a line of a page: its text squeezed, without icons; "" is a blank line.
type line struct {
	number int
	text   string
}

// lines yields the lines of a page. Where a table was pasted and the last cell of a
// row is nothing but codes, that cell is a line of its own.
func lines(data []byte) iter.Seq[line] {
	return func(yield func(line) bool) {
		number := 0
		for raw := range strings.Lines(string(data)) {
			number++
			tab := strings.LastIndexByte(strings.TrimRight(raw, " \t\r\n"), '\t')
			if tab > 0 && plaintext.Squeeze(raw[:tab]) != "" && areCodes(raw[tab:]) {
				if !yield(line{number, clean(raw[:tab])}) {
					return
				}
				raw = raw[tab:]
			}
			if !yield(line{number, clean(raw)}) {
				return
			}
		}
	}
}

// clean squeezes a line and takes the names of icons out: a page sets icons as words
// of an icon font, and copying turns them into text.
func clean(raw string) string {
	text := plaintext.Squeeze(raw)
	if !strings.Contains(text, "_") {
		return text
	}
	for _, icon := range icons() {
		text = strings.ReplaceAll(text, icon, " ")
	}
	return plaintext.Squeeze(text)
}

// icons are names with an underscore only: "home" and "info" are words, too.
func icons() []string {
	return []string{
		"assignment_turned_in", "assignment_late", "assignment_ind", "keyboard_arrow_down", "keyboard_arrow_up",
		"keyboard_arrow_right", "keyboard_arrow_left", "arrow_forward_ios", "arrow_back_ios", "arrow_drop_down", "arrow_drop_up",
		"arrow_forward", "arrow_back", "arrow_upward", "arrow_downward", "arrow_right", "chevron_right", "chevron_left",
		"expand_more", "expand_less", "open_in_new", "check_circle", "check_box", "info_outline", "help_outline", "star_border",
		"star_outline", "favorite_border", "add_circle_outline", "add_circle", "remove_circle", "file_download", "cloud_download",
		"account_circle", "trending_up", "pending_actions", "hourglass_empty", "content_copy", "zoom_in", "zoom_out", "more_vert",
	}
}

// bare takes the mark of a list item off.
func bare(text string) string { return strings.TrimLeft(text, "•·*●○▪◦–- ") }

// label splits "Reference: OCC0215" into its key in lower case and its value. A line
// without a colon has no key.
func label(text string) (key, value string) {
	key, value, found := strings.Cut(bare(text), ":")
	if !found || len(key) > 40 {
		return "", ""
	}
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
}

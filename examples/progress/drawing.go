package progress

import (
	"fmt"
	"io"

	"github.com/schollz/progressbar/v3"
)

// drawing is how a bar looks. It is used by one goroutine alone.
type drawing struct {
	w     io.Writer
	what  string
	total int64 // 0: unknown; or uncounted
	bytes bool
	bar   *progressbar.ProgressBar // nil: nothing was drawn
}

// uncounted is the total of work in which nothing is counted.
const uncounted = -1

func (d *drawing) draw(done int64) {
	if d.bar == nil {
		d.begin()
	}
	if d.total > 0 {
		_ = d.bar.Set64(min(done, d.total-1)) // a full bar would be gone, and the work may not be
		return
	}
	if done > 0 && d.total != uncounted {
		d.bar.Describe(fmt.Sprintf("%s: %d", d.what, done))
	}
	_ = d.bar.RenderBlank()
}

// begin makes the bar: in 80 columns, without colours. Where the total is not known it
// turns, once each time that it is drawn.
func (d *drawing) begin() {
	options := []progressbar.Option{
		progressbar.OptionSetWriter(d.w), progressbar.OptionSetDescription(d.what), progressbar.OptionSetWidth(20),
		progressbar.OptionClearOnFinish(), progressbar.OptionSetSpinnerChangeInterval(0),
	}
	if d.total <= 0 {
		d.bar = progressbar.NewOptions(-1, append(options, progressbar.OptionSetPredictTime(false), progressbar.OptionSetElapsedTime(true))...)
		return
	}
	d.bar = progressbar.NewOptions64(d.total, append(options, progressbar.OptionShowCount(), progressbar.OptionShowBytes(d.bytes))...)
}

// wipe takes the bar off the line.
func (d *drawing) wipe() {
	if d.bar != nil {
		_ = d.bar.Close()
	}
}

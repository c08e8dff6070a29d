package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// large is from how many bytes on a reader would wonder whether anything happens.
const large = 1 << 20

// progress counts the bytes that have been read, on a terminal for large sets, and says
// nothing elsewhere: a pipe or a log gets no bar.
func progress(w io.Writer, files []string) io.WriteCloser {
	total := sizes(files)
	if file, ok := w.(*os.File); !ok || !term.IsTerminal(int(file.Fd())) || total < large {
		return quiet{}
	}
	return bar(w, total)
}

// bar is drawn at most ten times a second and wiped away at the end.
func bar(w io.Writer, total int64) *progressbar.ProgressBar {
	return progressbar.NewOptions64(total, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowBytes(true), progressbar.OptionSetWidth(40), progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(), progressbar.OptionSetRenderBlankState(true))
}

// quiet is no progress bar.
type quiet struct{}

func (quiet) Write(p []byte) (int, error) { return len(p), nil }
func (quiet) Close() error                { return nil }

// sizes sums files and directories up; what cannot be read adds nothing and is a problem
// later.
func sizes(names []string) (total int64) {
	for _, name := range names {
		_ = filepath.WalkDir(name, func(_ string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			if info, err := d.Info(); err == nil {
				total += info.Size()
			}
			return nil
		})
	}
	return total
}

// watched is a file system that tells a bar of every byte that is read from it.
type watched struct {
	fs.FS
	bar io.Writer
}

func (w watched) Open(name string) (fs.File, error) {
	file, err := w.FS.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return file, nil
	}
	return watchedFile{file, w.bar}, nil
}

type watchedFile struct {
	fs.File
	bar io.Writer
}

func (f watchedFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	_, _ = f.bar.Write(p[:n])
	return n, err
}

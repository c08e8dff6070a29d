package format

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"path"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// dataSet is a framework that lies in several files of one folder.
type dataSet struct {
	format Format
	paths  []string // in natural order
}

// dataSets offers the files of each folder to the formats of several files, in the
// order of the suite, and returns what they picked by path. What one format has taken
// is not offered to the next.
func (s Suite) dataSets(paths []string) map[string]*dataSet {
	taken := map[string]*dataSet{}
	for _, folder := range folders(paths) {
		for _, f := range s {
			if f.DetectFS == nil || f.ReadFS == nil {
				continue
			}
			left := slices.DeleteFunc(slices.Clone(folder), func(p string) bool { return taken[p] != nil })
			picked := f.DetectFS(slices.Clone(left))
			left = slices.DeleteFunc(left, func(p string) bool { return !slices.Contains(picked, p) })
			set := &dataSet{f, left}
			for _, p := range left {
				taken[p] = set
			}
		}
	}
	return taken
}

// folders parts paths by folder; the order within each stays.
func folders(paths []string) (list [][]string) {
	at := map[string]int{}
	for _, p := range paths {
		i, known := at[path.Dir(p)]
		if !known {
			i = len(list)
			at[path.Dir(p)] = i
			list = append(list, nil)
		}
		list[i] = append(list[i], p)
	}
	return list
}

// read reads the set. Once its files have more than limit bytes, unpacked, they read
// as broken, and the document says how many there were.
func (d *dataSet) read(fsys fs.FS, limit int64) Document {
	m := &metered{FS: fsys, left: limit}
	framework, problems := d.format.ReadFS(m, slices.Clone(d.paths))
	return Document{d.paths[0], d.format.Name, framework, problems, limit - m.left}
}

// metered is a tree whose files are unpacked and counted as they are read.
type metered struct {
	fs.FS
	left int64 // bytes; below 0: there were too many
}

// Open opens a file, unpacked.
func (m *metered) Open(name string) (fs.File, error) {
	file, err := m.FS.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err != nil || info.IsDir() {
		return file, err
	}
	buffered := bufio.NewReader(file)
	counted := &meteredFile{File: file, from: buffered, meter: m}
	if magic, _ := buffered.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		if counted.from, err = gzip.NewReader(buffered); err != nil {
			_ = file.Close() // the archive is what is wrong
			return nil, err
		}
	}
	return counted, nil
}

type meteredFile struct {
	fs.File
	from  io.Reader
	meter *metered
}

// Read reads unpacked bytes as long as the tree is within its limit.
func (f *meteredFile) Read(p []byte) (int, error) {
	if f.meter.left < 0 {
		return 0, ksb.ErrTooLarge
	}
	n, err := f.from.Read(p)
	f.meter.left -= int64(n)
	return n, err
}

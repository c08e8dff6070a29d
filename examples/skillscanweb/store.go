package main

import (
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver "sqlite", in Go alone

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// store is the database: one file, which one process has open. The journal is a
// write-ahead log with synchronous=FULL, so that what was acknowledged has reached the disk.
type store struct {
	db   *sql.DB
	path string
}

// schema: files and scans as they were given, and answers that are only ever added to.
// A level below 0 is no rung: see cannotSay and onlyNote.
const schema = `
create table if not exists secret (key blob not null);
create table if not exists files (
	number integer primary key autoincrement, kind text not null, name text not null, data blob not null, added integer not null);
create table if not exists scans (
	number integer primary key autoincrement, standard text not null, role text not null, worker text not null,
	evidence text not null, courses text not null, as_of integer not null, begun integer not null);
create table if not exists answers (
	number integer primary key autoincrement, scan integer not null references scans (number), statement text not null,
	party text not null, level integer not null, note text not null, at integer not null);
create index if not exists answers_of on answers (scan, number);
create trigger if not exists answers_stay before update on answers begin select raise(abort, 'answers are only added to'); end;
create trigger if not exists answers_last before delete on answers begin select raise(abort, 'answers are only added to'); end;`

// openStore opens the database, or makes one that only its owner may read.
func openStore(path string) (*store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := file.Close(); err != nil {
		return nil, err
	}
	settings := url.Values{"_txlock": {"immediate"}, "_pragma": {"locking_mode(EXCLUSIVE)", "synchronous(FULL)", "foreign_keys(1)"}}
	name := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: settings.Encode()}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // one writer: nobody ever waits for a lock
	s := &store{db, path}
	if err := s.prepare(); err != nil {
		return nil, errors.Join(fmt.Errorf("the database %s cannot be used; is this program already running? %w", path, err), db.Close())
	}
	return s, nil
}

func (s *store) close() { _ = s.db.Close() }

// prepare makes the tables and, in a new database, a secret and a scan of the sample. The
// journal comes after the lock, which then keeps every other process out.
func (s *store) prepare() error {
	if _, err := s.db.Exec(`pragma journal_mode = wal;` + schema); err != nil {
		return err
	}
	if key, err := s.secret(); err != nil || key != nil {
		return err
	}
	if _, err := s.addScan(sampleScan()); err != nil {
		return err
	}
	key := make([]byte, 32)
	_, _ = rand.Read(key) // it never fails
	_, err := s.db.Exec(`insert into secret (key) values (?)`, key)
	return err
}

// secret is what forms are signed with; nil: the database is new.
func (s *store) secret() (key []byte, err error) {
	err = s.db.QueryRow(`select key from secret`).Scan(&key)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return key, err
}

// kind is what a file holds.
type kind string

// The kinds of files.
const (
	standards kind = "standard"
	evidence  kind = "evidence"
	courses   kind = "courses"
)

// file is one that was uploaded, as it was.
type file struct {
	Number int64
	Kind   kind
	Name   string
	Data   []byte // not in lists
	Added  ksb.Date
}

func (s *store) addFile(f file) (int64, error) {
	return s.insert(`insert into files (kind, name, data, added) values (?, ?, ?, ?)`, f.Kind, f.Name, f.Data, f.Added)
}

func (s *store) file(number int64) (f file, err error) {
	err = s.db.QueryRow(`select number, kind, name, data, added from files where number = ?`, number).Scan(&f.Number, &f.Kind, &f.Name, &f.Data, &f.Added)
	return f, err
}

// files are those that were uploaded, the newest first, without their bytes.
func (s *store) files() ([]file, error) {
	return list(s, func(rows *sql.Rows) (f file, err error) {
		return f, rows.Scan(&f.Number, &f.Kind, &f.Name, &f.Added)
	}, `select number, kind, name, added from files order by number desc`)
}

// scan is a person, a role, and what is laid beside them.
type scan struct {
	Number   int64
	Standard string // a reference; see shelf
	Role     ksb.RoleID
	Worker   string   // an opaque ID
	Evidence string   // a reference; "": what the scan says is all there is
	Courses  string   // a reference; "": no training is known
	AsOf     ksb.Date // 0: the day on which somebody looks
	Begun    ksb.Date
}

func (s *store) addScan(c scan) (int64, error) {
	return s.insert(`insert into scans (standard, role, worker, evidence, courses, as_of, begun) values (?, ?, ?, ?, ?, ?, ?)`,
		c.Standard, c.Role, c.Worker, c.Evidence, c.Courses, c.AsOf, c.Begun)
}

// updateScan changes what is laid beside a scan. Whom and what it is about stays.
func (s *store) updateScan(c scan) error {
	_, err := s.db.Exec(`update scans set evidence = ?, courses = ?, as_of = ? where number = ?`, c.Evidence, c.Courses, c.AsOf, c.Number)
	return err
}

func (s *store) scan(number int64) (scan, error) {
	return readScan(s.db.QueryRow(`select `+scanColumns+` from scans where number = ?`, number))
}

func (s *store) scans() ([]scan, error) {
	return list(s, func(rows *sql.Rows) (scan, error) { return readScan(rows) }, `select `+scanColumns+` from scans order by number desc`)
}

const scanColumns = `number, standard, role, worker, evidence, courses, as_of, begun`

func readScan(row interface{ Scan(...any) error }) (c scan, err error) {
	return c, row.Scan(&c.Number, &c.Standard, &c.Role, &c.Worker, &c.Evidence, &c.Courses, &c.AsOf, &c.Begun)
}

// answer is what a party said about a statement, once.
type answer struct {
	Number    int64
	Statement ksb.StatementID
	Party     assess.Party
	Level     int // a rung, cannotSay or onlyNote
	Note      string
	At        ksb.Date
}

// What an answer may be that names no rung.
const (
	cannotSay = -1
	onlyNote  = -2
)

// addAnswers keeps all of the answers or, with an error, none.
func (s *store) addAnswers(scan int64, answers []answer) error {
	tx, err := s.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback() // nothing, once it is committed
	for _, a := range answers {
		_, err := tx.Exec(`insert into answers (scan, statement, party, level, note, at) values (?, ?, ?, ?, ?, ?)`,
			scan, a.Statement, a.Party, a.Level, a.Note, a.At)
		if err != nil {
			return err
		}
	}
	return tx.Commit()
}

// answers are all that were ever given in a scan, the oldest first.
func (s *store) answers(scan int64) ([]answer, error) {
	return list(s, func(rows *sql.Rows) (a answer, err error) {
		return a, rows.Scan(&a.Number, &a.Statement, &a.Party, &a.Level, &a.Note, &a.At)
	}, `select number, statement, party, level, note, at from answers where scan = ? order by number`, scan)
}

func (s *store) insert(query string, args ...any) (int64, error) {
	result, err := s.db.Exec(query, args...)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

func list[T any](s *store, read func(*sql.Rows) (T, error), query string, args ...any) (all []T, err error) {
	rows, err := s.db.Query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		one, err := read(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

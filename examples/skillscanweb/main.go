// Command skillscanweb does the whole job in a browser, on one person's own machine: a
// standard and evidence, or a skills scan filled in by apprentice, employer and provider;
// the report; what moves when an assumption is changed; a plan under a budget; routes to
// next roles; everything to take away.
//
//	go run -C examples/skillscanweb .
//
// It listens on a loopback address and nowhere else, and keeps everything in one file.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/skillgap-go/skillgap/ksb"
)

func main() {
	o := &options{today: today}
	flag.StringVar(&o.address, "listen", "127.0.0.1:8217", "loopback `ADDRESS` to listen on; port 0: any free one")
	flag.StringVar(&o.data, "data", "", "`FILE` of the database; none: skillgap/skillscanweb.db in the user's folder for settings")
	flag.Func("today", "`DATE` to take for today, YYYY-MM-DD; none: today", func(s string) error {
		day, err := ksb.ParseDate(s)
		o.today = func() ksb.Date { return day }
		return err
	})
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := o.serve(ctx)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "skillscanweb:", err)
		os.Exit(1)
	}
}

// today is the one place where this program looks at a clock: the library has none.
func today() ksb.Date {
	day, _ := ksb.ParseDate(time.Now().Format(time.DateOnly))
	return day
}

// options are the flags.
type options struct {
	address, data string
	today         func() ksb.Date
}

// serve answers until ctx ends, and then what it has begun to answer.
func (o *options) serve(ctx context.Context) error {
	listener, err := listen(o.address)
	if err != nil {
		return err
	}
	defer listener.Close()
	kept, err := o.open()
	if err != nil {
		return err
	}
	defer kept.close()
	site, err := newSite(kept, o.today, listener.Addr().String(), os.Stderr)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler: site.handler(), MaxHeaderBytes: 1 << 16,
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: time.Minute, WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute,
	}
	ended := make(chan error, 1)
	context.AfterFunc(ctx, func() { ended <- server.Shutdown(context.WithoutCancel(ctx)) })
	fmt.Printf("Open http://%s/ in a browser. Ctrl-C stops; everything is kept in\n%s\n", listener.Addr(), kept.path)
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-ended
}

// open opens the database, in the user's folder for settings unless a file is named.
func (o *options) open() (*store, error) {
	if o.data != "" {
		return openStore(o.data)
	}
	folder, err := os.UserConfigDir()
	if err != nil {
		return nil, fmt.Errorf("where is the database to be kept? name a file with -data: %w", err)
	}
	return openStore(filepath.Join(folder, "skillgap", "skillscanweb.db"))
}

// errNotLoopback: anybody on the network could read what is kept here.
var errNotLoopback = errors.New("this program listens on a loopback address only, such as 127.0.0.1:8217")

// listen refuses every address that is not on this machine alone.
func listen(address string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNotLoopback, err)
	}
	if host == "localhost" {
		host = "127.0.0.1"
	}
	if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
		return nil, fmt.Errorf("%w, not on %q", errNotLoopback, address)
	}
	return net.Listen("tcp", net.JoinHostPort(host, port))
}

package inputs

import (
	"context"
	"io"
	"os"
	"os/signal"
)

// Main is a program: it runs with its surroundings as arguments, under a context that ends
// when it is interrupted, and exits with the code that comes back.
func Main(run func(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
